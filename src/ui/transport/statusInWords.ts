/** What is going on, and what the buttons would do now. */
import type { DataSummary } from "../../session/protocol";
import type { RunState } from "../../store/state";
import type { Words } from "../../words/catalogue";
import { stepUnit } from "../stepUnit";

export function statusInWords(
  { transport }: Words,
  { summary, training, step, settings }: Pick<RunState, "summary" | "training" | "step" | "settings">,
  data: DataSummary | null,
): string {
  if (summary === null) return transport.starting;
  if (training)
    return transport.training({
      sequences: settings.batchSize,
      atMost: data?.kind === "examples" && data.varies,
      length: data?.kind === "examples" ? data.longest : settings.sequenceLength,
      unit: stepUnit(data),
      weights: summary.parameterCount,
    });
  if (summary.pretrained && step === summary.step) return transport.pretrained({ steps: step });
  return step === 0 ? transport.fresh : transport.paused({ step });
}
