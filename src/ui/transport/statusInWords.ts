/**
 * What is going on, and what the buttons would do now; of the network that the page opens with, what to look at.
 * @param selected the unit on show
 * @param isElsewhere whether another tab has the run, which does not go on here
 * @param race for which the run rests as long as it is under way
 */
import type { DataSummary } from "../../session/protocol";
import { sightOf } from "../../store/selection";
import type { RaceState, RunState } from "../../store/state";
import type { Words } from "../../words/catalogue";
import { stepUnit } from "../stepUnit";

export function statusInWords(
  { transport }: Words,
  {
    summary,
    training,
    step,
    settings,
    kept,
    ended,
  }: Pick<RunState, "summary" | "training" | "step" | "settings" | "kept" | "ended">,
  data: DataSummary | null,
  selected?: number,
  isElsewhere = false,
  race: Pick<RaceState, "phase"> | null = null,
): string {
  if (summary === null) return transport.starting;
  if (isElsewhere) return transport.lookedAt({ step });
  if (training)
    return transport.training({
      sequences: settings.batchSize,
      atMost: data?.kind === "examples" && data.varies,
      length: data?.kind === "examples" ? data.longest : settings.sequenceLength,
      unit: stepUnit(data),
      weights: summary.parameterCount,
    });
  // Its dialog may be closed by now.
  if (race?.phase === "starting" || race?.phase === "running") return transport.racing;
  if (ended?.step === step)
    return ended.why === "patience" ? transport.stoppedEarly(ended) : transport.reachedLength({ step });
  if (summary.pretrained && step === summary.step) {
    const sight = sightOf(summary, data);
    return sight && sight.unit === selected
      ? transport.firstSight({ unit: sight.unit, lingers: sight.lingers })
      : transport.pretrained({ steps: step });
  }
  if (step > 0) return transport.paused({ step });
  return kept?.brought ? transport.brought : transport.fresh;
}
