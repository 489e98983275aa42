/** Lets the network hear a sound. */

import { failure, type Result, success } from "../../data/result";
import { decodeAnyWav } from "../../data/sound/decodeAnyWav";
import { withoutHigherBands } from "../../data/sound/heardBands";
import { soundFrames } from "../../data/sound/logMel";
import { belowBands } from "../../data/sound/lowPass";
import { checkSoundFile } from "../../data/sound/soundData";
import { soundProblem } from "../../data/sound/soundFormat";
import { soundSequence } from "../../data/sound/soundSequence";
import type { Probe } from "../../session/protocol";
import { shownRun } from "../../store/runs";
import type { PlaygroundStore } from "../../store/store";
import { NoAnswer, within } from "../../within";
import { message, type Said, sentences } from "../../words/message";
import { decodeSound } from "./decodeSound";

/** Null, or why it cannot be used. */
export async function probeWithSound(store: PlaygroundStore, blob: Blob, name: Said): Promise<Said | null> {
  const channels = await channelsOf(blob, name);
  if (!channels.ok) return sentences([channels.problem, message("sound.another")]);
  const heard = bandsHeard(store);
  const sequence = soundSequence(belowBands(channels.value, heard), name);
  if (!sequence.ok) return sentences([sequence.problem, message("sound.useAnother")]);
  const values = withoutHigherBands(sequence.value.values, heard);
  const steps = values.length / soundFrames.bands;
  const probe: Probe = { kind: "own", name, steps, values };
  store.getState().setProbe(probe);
  showEnd(store, probe);
  return null;
}

/** The largest file that is taken takes some seconds. */
const decodeMs = 60_000;

async function channelsOf(blob: Blob, name: Said): Promise<Result<readonly Float32Array[]>> {
  const size = checkSoundFile(blob.size, name);
  if (!size.ok) return size;
  try {
    return success(await within(decodeMs, decodeAnyWav(blob, decodeSound)));
  } catch (error) {
    if (error instanceof NoAnswer)
      return failure(message("reading.notDecoded", { name, seconds: error.seconds }));
    return failure(await soundProblem(blob, name).catch(() => message("reading.damagedSound", { name })));
  }
}

/** The playhead goes to where the whole sound has been heard, once the network has read it. */
function showEnd(store: PlaygroundStore, probe: Extract<Probe, { kind: "own" }>): void {
  const unsubscribe = store.subscribe((state) => {
    const { summary, snapshot } = shownRun(state);
    const isRead = snapshot?.sequence.part === "own" && snapshot.steps === probe.steps;
    if (!isRead && summary?.probe === probe) return;
    unsubscribe();
    if (isRead) state.selectTime(probe.steps - 1);
  });
}

/** Of the network in use: above them the training set had no sound. */
function bandsHeard(store: PlaygroundStore): number {
  const { data } = store.getState();
  const display = data?.kind === "examples" && data.input.kind === "features" ? data.input.display : null;
  return display?.kind === "spectrogram" ? display.heardBands : soundFrames.bands;
}

/** Whether the network in use hears sounds. */
export function hearsSounds(store: PlaygroundStore): boolean {
  const { data } = store.getState();
  return (
    data?.kind === "examples" &&
    data.input.kind === "features" &&
    data.input.display.kind === "spectrogram" &&
    data.input.features.length === soundFrames.bands
  );
}
