/** Where a button goes with what it took away, the keyboard's focus goes to the first lane of units, where that was made. */
export function focusLane(within: Element | null): void {
  const lane = within?.closest("[data-lanes]")?.querySelector("[data-lane]");
  if (lane instanceof HTMLElement) lane.focus({ preventScroll: true });
}
