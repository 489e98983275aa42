import type { Checkpoint } from "../../src/engine/train/checkpoint";
import type { KnownOfRun } from "../../src/exchange/card/modelCard";
import type { Dataset } from "../../src/session/engine/dataset";
import { settingsOf } from "../../src/session/engine/networkOf";
import { savedState } from "../../src/session/engine/savedState";
import { defaultSettings } from "../../src/session/settings";
import { inEnglish } from "../../src/words/english";
import { evaluationInWords } from "../accuracy/evaluationInWords";
import { SessionListener } from "../accuracy/sessionListener";

/** The run opened with its data, as the page would, and measured on what is held out. */
export async function knownOfRun({ source }: Dataset, checkpoint: Checkpoint): Promise<KnownOfRun> {
  const session = new SessionListener();
  const settings = settingsOf(checkpoint, defaultSettings);
  const setup = { data: source, settings, probe: null };
  session.send({ type: "open", engine: "cpu", setup, checkpoint: await savedState(checkpoint) });
  await session.next("runStarted");
  session.send({ type: "evaluate" });
  const { evaluation } = await session.next("evaluated");
  const data = session.last("dataLoaded")?.data;
  return {
    kind: data?.kind ?? null,
    name: data ? inEnglish(data.name) : null,
    decisions: data?.kind === "examples" ? data.decisions.map(inEnglish) : [],
    results: evaluationInWords(evaluation).split("\n"),
  };
}
