/** What happened, in sentences. */
import { counted, formatCount } from "../data/phrases";
import { nameInWords, valueInWords } from "../session/settingWords";
import type { Happening, SettingChange } from "./happening";

export function happeningInWords(happening: Happening): string {
  switch (happening.kind) {
    case "gpuLost":
      return `The GPU was lost (${happening.reason}). The run goes on from step ${formatCount(happening.savedStep)} on ${happening.device}.`;
    case "crashed":
      return `The engine stopped unexpectedly: ${happening.reason}. ${savedInWords(happening.savedStep)}`;
    case "silent":
      return `The engine gave no sign of life for ${happening.seconds} s, and was ended. ${savedInWords(happening.savedStep)}`;
    case "restarted":
      return happening.why === "data"
        ? "New data, fresh weights: Train starts from the beginning."
        : "Started again from fresh weights.";
    case "changed":
      return happening.changes.length > 0
        ? `Started again: ${happening.changes.map(changeInWords).join(", ")}.`
        : "Started again from fresh weights.";
    case "wentBack":
      return `Back to the run from before, at step ${formatCount(happening.savedStep)}.`;
    case "stoppedEarly":
      return "Training has stopped early: the validation loss no longer fell. The weights of the best validation are back in place. Train goes on from them.";
    case "reachedLength": {
      const { step, length, unit } = happening;
      const set = counted(length, unit === "epochs" ? "epoch" : "step");
      return `Training has reached its length of ${set}, at step ${formatCount(step)}. Train goes on for as long again.`;
    }
    case "moved":
      return happening.engine === "webgpu"
        ? `The run moved to the GPU (${happening.device}).`
        : "The run moved to the CPU.";
    case "failed":
      return `${happening.failure.message} ${happening.failure.advice}`;
    default:
      return happening satisfies never;
  }
}

const savedInWords = (savedStep: number | null): string =>
  savedStep === null
    ? "A new one starts from the beginning."
    : `A new one goes on from step ${formatCount(savedStep)}, the last that was saved.`;

const changeInWords = ({ name, before, after }: SettingChange): string =>
  `${nameInWords(name)} ${valueInWords(name, before)} → ${valueInWords(name, after)}`;
