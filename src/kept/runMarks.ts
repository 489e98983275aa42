/**
 * Which run was on the page: read at once when it opens, before anything else is loaded. A tab remembers its own, and a new one that
 * has none comes back to the one that was opened last.
 */
const ofTab = "gru-run";
const ofLast = "gru-last-run";

export interface RunMark {
  readonly id: string;
  /** Whether this very tab had it, before it was reloaded or its process ended. */
  readonly isOwn: boolean;
}

/** Null where there is nothing to come back to, or where the browser keeps nothing. */
export function readMark(): RunMark | null {
  try {
    const own = sessionStorage.getItem(ofTab);
    const id = own ?? localStorage.getItem(ofLast);
    return id === null ? null : { id, isOwn: own !== null };
  } catch {
    return null;
  }
}

/** It cannot come back, here or in a new tab. */
export function forgetMark(id: string): void {
  try {
    if (sessionStorage.getItem(ofTab) === id) sessionStorage.removeItem(ofTab);
    if (localStorage.getItem(ofLast) === id) localStorage.removeItem(ofLast);
  } catch {
    // Where nothing is kept, nothing comes back.
  }
}

/** @param id null where the page shows nothing that is kept */
export function writeMark(id: string | null): void {
  try {
    const before = sessionStorage.getItem(ofTab);
    if (id !== null) {
      sessionStorage.setItem(ofTab, id);
      localStorage.setItem(ofLast, id);
      return;
    }
    sessionStorage.removeItem(ofTab);
    if (before !== null && localStorage.getItem(ofLast) === before) localStorage.removeItem(ofLast);
  } catch {
    // Where nothing is kept, nothing comes back.
  }
}

/** In which tab a race is under way, or paused: nobody sees that from outside of its dialog. */
const raceOfTab = "gru-race";

/** @param isUnderWay whether there is one that a reload would stop */
export function writeRaceMark(isUnderWay: boolean): void {
  try {
    if (isUnderWay) sessionStorage.setItem(raceOfTab, "");
    else sessionStorage.removeItem(raceOfTab);
  } catch {
    // Where nothing is kept, nothing comes back.
  }
}

/** Whether this tab had a race before it was reloaded. It is said once. */
export function takeRaceMark(): boolean {
  try {
    const was = sessionStorage.getItem(raceOfTab) !== null;
    sessionStorage.removeItem(raceOfTab);
    return was;
  } catch {
    return false;
  }
}
