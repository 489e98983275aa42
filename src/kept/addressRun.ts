/**
 * Which run an entry of the browser's history shows: with it, Back and Forward lead to the runs themselves, and not to links opened once
 * more. Null for one that is not kept; undefined for an entry that nothing was shown at yet.
 */
export function readAddressRun(): string | null | undefined {
  const state: unknown = history.state;
  if (typeof state !== "object" || state === null || !("run" in state)) return undefined;
  return typeof state.run === "string" ? state.run : null;
}

/** @param address another one for the entry */
export function writeAddressRun(run: string | null, address = location.href): void {
  if (readAddressRun() === run && address === location.href) return;
  const state: unknown = history.state;
  history.replaceState({ ...(typeof state === "object" ? state : null), run }, "", address);
}
