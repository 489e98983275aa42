/** What is going on, and what the buttons would do now. */
import { counted, formatCount } from "../../data/phrases";
import type { Playground } from "../../store/store";
import { stepWords } from "../stepWords";

export function statusInWords({
  run,
  training,
  step,
  settings,
  data,
}: Pick<Playground, "run" | "training" | "step" | "settings" | "data">): string {
  if (run === null) return "The engine is starting.";
  if (training) {
    const sequences = counted(settings.batchSize, "sequence");
    const { one, many } = stepWords(data);
    const atMost = data?.kind === "examples" && data.varies ? "at most " : "";
    const steps = counted(data?.kind === "examples" ? data.longest : settings.sequenceLength, one, many);
    return `Training: each step reads ${sequences} of ${atMost}${steps}, then adjusts all ${formatCount(run.parameterCount)} weights.`;
  }
  if (run.pretrained && step === run.step) {
    return `These weights were trained ahead of time, for ${counted(step, "step")}. Train goes on from them; Reset starts from fresh ones.`;
  }
  if (step === 0)
    return "Fresh weights that have learned nothing yet. Train starts, Step takes a single step.";
  return `Paused. Train goes on from step ${formatCount(step)}; Reset starts from fresh weights.`;
}
