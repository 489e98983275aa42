/** What a link opens, as a run that the page can go to: nothing of it has been trained here. */
import type { Linked } from "../../kept/linkForm";
import type { SavedState } from "../../session/protocol";
import type { RunSettings } from "../../session/settings";
import { emptyRun } from "../runs";
import type { KeptIdentity, PastRun } from "../state";

/**
 * @param settings of the link, which are not those that come with the page's own network
 * @param saved with the link's weights, where it has some that can be used
 */
export function linkedRun(
  id: number,
  { setup: { data, probe }, view, weights }: Linked,
  settings: RunSettings,
  kept: Pick<KeptIdentity, "id" | "beganMs">,
  saved: SavedState | null = null,
): PastRun {
  const origin = weights && saved ? { trained: weights.steps } : "link";
  // How large it is the engine says when it has made it.
  const summary = {
    cause: "back",
    replaces: null,
    suitable: settings,
    settings,
    pretrained: false,
    step: 0,
    parameterCount: 0,
    planBytes: 0,
    stepsPerEpoch: 0,
    stepFlop: 0,
    probe: probe ?? { kind: "example", index: 0 },
  } as const;
  return {
    ...emptyRun(id, summary),
    summary,
    of: { source: data, data: null, usedTable: null, usedFolder: null },
    saved,
    kept: { ...kept, differs: [], ...(weights && saved && { brought: true }), origin },
    view,
  };
}
