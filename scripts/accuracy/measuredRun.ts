/** A run on the CPU, with the settings that the page chooses for its data, as far as no others were chosen. */

import type { Evaluation } from "../../src/data/evaluation/evaluationTypes";
import type { Checkpoint } from "../../src/engine/train/checkpoint";
import { decodeCheckpoint } from "../../src/engine/train/decodeCheckpoint";
import type { Dataset } from "../../src/session/engine/dataset";
import { freshCheckpoint } from "../../src/session/engine/freshCheckpoint";
import { readDataset } from "../../src/session/engine/readDataset";
import type { DataSource, DataSummary } from "../../src/session/protocol";
import { unfitProblem } from "../../src/session/settingMessages";
import { appliesAtOnce, changedSettings, type RunSettings, withAtOnce } from "../../src/session/settings";
import { inEnglish } from "../../src/words/english";
import type { ChosenSettings } from "./chosenSettings";
import { Refusal } from "./refusal";
import { loadSample, SessionListener } from "./sessionListener";

export interface MeasuredRun {
  readonly session: SessionListener;
  readonly dataset: Dataset;
  readonly summary: DataSummary;
  readonly settings: RunSettings;
}

/** Not trained yet. */
export async function startRun(source: DataSource, chosen: ChosenSettings): Promise<MeasuredRun> {
  const dataset = await readDataset(source, loadSample);
  if (!dataset.ok) throw new Refusal(inEnglish(dataset.problem));
  const session = new SessionListener();
  session.send({ type: "loadData", loadId: 1, source });
  const { run } = await session.next("runStarted");
  const wanted = chosen(run.settings);
  const unfit = changedSettings(wanted, dataset.value.fit(wanted));
  if (unfit.length > 0) throw new Refusal(inEnglish(unfitProblem(unfit[0], dataset.value.shape)));
  const changed = changedSettings(run.settings, wanted);
  if (changed.length > 0) {
    session.send({ type: "configure", change: wanted });
    // What applies at once begins no new run, and is in use when this is done.
    if (!changed.every(appliesAtOnce)) await session.next("runStarted");
  }
  const [loaded, started] = [session.last("dataLoaded"), session.last("runStarted")];
  if (!loaded || !started) throw new Error("The session has started a run without data.");
  return {
    session,
    dataset: dataset.value,
    summary: loaded.data,
    settings: withAtOnce(started.run.settings, wanted),
  };
}

/** Trains for so long, one step at least, or until training stops by itself; tells how long. */
export async function trainFor({ session }: MeasuredRun, seconds: number): Promise<number> {
  const startMs = performance.now();
  const elapsed = () => (performance.now() - startMs) / 1000;
  // Training begins with a step and a validation.
  const begun = () => session.last("validation") !== null;
  const stopped = () => session.last("state")?.training === false;
  session.send({ type: "train" });
  await session.until(() => begun() && (elapsed() > seconds || stopped()));
  const trainedFor = elapsed();
  session.send({ type: "pause" });
  // Said once more when the steps under way are done.
  await session.next("state");
  return trainedFor;
}

/** On everything that is held out, or as much of it as the page takes. */
export async function evaluateRun({ session }: MeasuredRun): Promise<{
  readonly step: number;
  readonly evaluation: Evaluation;
}> {
  session.send({ type: "evaluate" });
  return session.next("evaluated");
}

/** The whole of its state, trained or not. */
export async function checkpointOf({ session, dataset, settings }: MeasuredRun): Promise<Checkpoint> {
  const saved = session.last("saved");
  if (!saved) return freshCheckpoint(dataset, settings);
  return decodeCheckpoint(new Uint8Array(await saved.checkpoint.bytes.arrayBuffer()));
}
