/** What is going on, and what the buttons would do now. */
import { counted, formatCount } from "../../data/phrases";
import type { DataSummary } from "../../session/protocol";
import type { RunState } from "../../store/state";
import { stepWords } from "../stepWords";

export function statusInWords(
  { summary, training, step, settings }: Pick<RunState, "summary" | "training" | "step" | "settings">,
  data: DataSummary | null,
): string {
  if (summary === null) return "The engine is starting.";
  if (training) {
    const sequences = counted(settings.batchSize, "sequence");
    const { one, many } = stepWords(data);
    const atMost = data?.kind === "examples" && data.varies ? "at most " : "";
    const steps = counted(data?.kind === "examples" ? data.longest : settings.sequenceLength, one, many);
    return `Training: each step reads ${sequences} of ${atMost}${steps}, then adjusts all ${formatCount(summary.parameterCount)} weights.`;
  }
  if (summary.pretrained && step === summary.step) {
    return `These weights were trained ahead of time, for ${counted(step, "step")}. Train goes on from them; Reset starts from fresh ones.`;
  }
  if (step === 0)
    return "Fresh weights that have learned nothing yet. Train starts, Step takes a single step.";
  return `Paused. Train goes on from step ${formatCount(step)}; Reset starts from fresh weights.`;
}

/** Of a step that takes long. */
export const stepShareInWords = (share: number): string =>
  `The step under way is ${Math.floor(100 * share)} % done.`;
