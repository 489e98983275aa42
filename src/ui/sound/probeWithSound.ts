/** Lets the network hear a sound. */

import { soundFrames } from "../../data/sound/logMel";
import { soundSequence } from "../../data/sound/soundSequence";
import type { Probe } from "../../session/protocol";
import { shownRun } from "../../store/runs";
import type { PlaygroundStore } from "../../store/store";
import { message, type Said } from "../../words/message";
import { decodeSound } from "./decodeSound";

/** Null, or why it cannot be used. */
export async function probeWithSound(store: PlaygroundStore, blob: Blob, name: Said): Promise<Said | null> {
  const channels = await decodeSound(blob).catch(() => null);
  if (!channels) return message("sound.unreadable", { name });
  const sequence = soundSequence(channels, name);
  if (!sequence.ok)
    return message("common.sentences", { parts: [sequence.problem, message("sound.useAnother")] });
  const { values } = sequence.value;
  const steps = values.length / soundFrames.bands;
  const probe: Probe = { kind: "own", name, steps, values };
  store.getState().setProbe(probe);
  showEnd(store, probe);
  return null;
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
