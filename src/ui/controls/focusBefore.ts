/**
 * Where the keyboard's focus goes when the control that has it goes, or can be pressed no longer: back to where it was before.
 * Left to the browser it would be nowhere, and Tab would begin at the top.
 */

/** What had the focus, the latest last. */
let visited: readonly Element[] = [];
const most = 8;

/** From now on what has the focus is remembered. */
export function rememberFocus(): void {
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const others = visited.filter((element) => element.isConnected && element !== target);
    visited = [...others, target].slice(-most);
  });
}

/**
 * For one that is about to go, or is disabled from now on. A pointer needs no focus, and a finger would have a keyboard slide in
 * where it goes to a field.
 */
export function leaveFocus(control: HTMLElement): void {
  if (!control.matches(":focus-visible")) return;
  const before = visited.filter((element) => element !== control);
  // Dialogs and menus give it back themselves, a frame later.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      before.findLast(takesFocus);
    }),
  );
}

function takesFocus(element: Element): boolean {
  if (element instanceof HTMLElement && element.isConnected) element.focus();
  return document.activeElement === element;
}
