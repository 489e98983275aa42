/** Opens links that the address is changed to, leaves out and locks what they say, and leads Back and Forward to what was on the page. */
import { readAddressRun, writeAddressRun } from "../../kept/addressRun";
import { linkIn, plainView } from "../../kept/linkForm";
import { writeLink } from "../../kept/writeLink";
import { openingSetup } from "../../session/setup";
import { shownRun } from "../../store/runs";
import type { PlaygroundStore } from "../../store/store";
import { spokenWords } from "../words/spokenWords";

/** @returns stops following */
export function followAddress(store: PlaygroundStore): () => void {
  const shown = () => shownRun(store.getState());
  const remember = () => {
    if (shown().summary) writeAddressRun(shown().kept?.id ?? null);
  };
  const follow = () => {
    const open = (link: string | null) =>
      link !== null && store.getState().keeper({ type: "openLink", link, isSure: false });
    const run = readAddressRun();
    const shownId = shown().kept?.id ?? null;
    const link = linkIn(location.hash);
    if (run !== undefined) store.getState().keeper({ type: "lesson", link });
    if (run === undefined) open(link);
    else if (run !== null && run !== shownId)
      store.getState().keeper({ type: "open", id: run, ...(link !== null && { orLink: link }) });
    else if (run === null && shownId !== null) open(link ?? linkOfOpening());
  };
  remember();
  const unsubscribe = store.subscribe((state, before) => {
    if (shownRun(state).kept?.id !== shownRun(before).kept?.id || state.shownId !== before.shownId)
      remember();
  });
  addEventListener("popstate", follow);
  return () => {
    unsubscribe();
    removeEventListener("popstate", follow);
  };
}

/** What the page opens with, when it is asked for nothing else. */
const linkOfOpening = () =>
  writeLink({ setup: openingSetup(spokenWords.getState().chosen), view: plainView });
