/** What a link opens, as a run that the page can go to: nothing of it has been trained. */
import type { Linked } from "../../kept/linkForm";
import type { RunSettings } from "../../session/settings";
import { emptyRun } from "../runs";
import type { KeptIdentity, PastRun } from "../state";

/** @param settings of the link, which are not those that come with the page's own network */
export function linkedRun(
  id: number,
  { setup: { data, probe }, view }: Linked,
  settings: RunSettings,
  kept: Pick<KeptIdentity, "id" | "beganMs">,
): PastRun {
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
    probe: probe ?? { kind: "example", index: 0 },
  } as const;
  return {
    ...emptyRun(id, summary),
    summary,
    of: { source: data, data: null, usedTable: null, usedFolder: null },
    kept: { ...kept, differs: [], origin: "link" },
    view,
  };
}
