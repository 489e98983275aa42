import type { Checkpoint } from "../../src/engine/train/checkpoint";
import type { KnownOfRun } from "../../src/exchange/card/modelCard";
import type { Dataset } from "../../src/session/engine/dataset";
import { settingsOf } from "../../src/session/engine/networkOf";
import { savedState } from "../../src/session/engine/savedState";
import { defaultSettings } from "../../src/session/settings";
import { inEnglish } from "../../src/words/english";
import { evaluationInWords } from "../accuracy/evaluationInWords";
import { SessionListener } from "../accuracy/sessionListener";

/** What is known of a run beside its network, as the page would know it: measured on what is held out. */
export async function knownOfRun(dataset: Dataset, checkpoint: Checkpoint): Promise<KnownOfRun> {
  const { evaluation, data } = await evaluated(dataset, checkpoint);
  return {
    kind: data?.kind ?? null,
    name: data ? inEnglish(data.name) : null,
    decisions: data?.kind === "examples" ? data.decisions.map(inEnglish) : [],
    results: evaluationInWords(evaluation).split("\n"),
  };
}

/** The run opened with its data, as the page would, and measured. */
export async function evaluated({ source }: Dataset, checkpoint: Checkpoint) {
  const session = new SessionListener();
  const settings = settingsOf(checkpoint, defaultSettings);
  const setup = { data: source, settings, probe: null };
  session.send({ type: "open", engine: "cpu", setup, checkpoint: await savedState(checkpoint) });
  await session.next("runStarted");
  session.send({ type: "evaluate" });
  const { evaluation } = await session.next("evaluated");
  return { evaluation, data: session.last("dataLoaded")?.data ?? null };
}
