/** Links to what is on the page. */
import { type Lesson, type LinkedWeights, linkIn } from "../../kept/linkForm";
import { writeLink } from "../../kept/writeLink";
import { shownRun } from "../../store/runs";
import { viewOf } from "../../store/selection";
import type { PlaygroundData, RunState } from "../../store/state";
import type { Language } from "../../words/language";
import { addressAsIn } from "../words/language";
import { embedParameter } from "./embedded";

/** What a link is to say beside data, settings and view. */
export interface LinkChoices {
  readonly lesson: Lesson | null;
  readonly weights: LinkedWeights | null;
  /** Whether it opens the page as it stands in a frame. */
  readonly isEmbedded: boolean;
}

/** The page's own network, which a link opens without weights of its own. */
export const isOwnNetwork = ({ summary, of }: RunState): boolean =>
  summary?.pretrained === true && of?.source.kind === "sample";

/** As it comes: a link opens the very same. */
export const isUntouchedOwn = (run: RunState): boolean => isOwnNetwork(run) && run.step === run.summary?.step;

/** The address of what is on the page, in a language; null where the data do not fit in a link. */
export function linkNow(
  state: PlaygroundData,
  language: Language,
  { lesson, weights, isEmbedded }: LinkChoices,
): URL | null {
  const run = shownRun(state);
  const { inUse, probeInUse, of } = run;
  const link = writeLink({
    setup: {
      data: of?.source ?? state.source,
      settings: isOwnNetwork(run) && !weights ? null : inUse,
      probe: probeInUse,
    },
    view: viewOf(state),
    ...(lesson && { lesson }),
    ...(weights && { weights }),
  });
  if (link === null) return null;
  const address = addressAsIn(language);
  if (isEmbedded) address.searchParams.set(embedParameter, "");
  else address.searchParams.delete(embedParameter);
  address.hash = link;
  return address;
}

/** It can be copied from the address bar, too; the entry of the history is still that of the run. */
export function showLink(address: URL): void {
  if (location.hash === "" || linkIn(location.hash) !== null)
    history.replaceState(history.state, "", address);
}
