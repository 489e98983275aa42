/** The network's answers to all that is held out, and its forecasts behind the last row. */
import type { AnswersFile } from "../../protocol";
import { answersFile } from "./answersFile";
import { lookOf } from "./look";

export const answers = lookOf<AnswersFile>({
  // All answers are of the same weights.
  training: "waits",
  async *slices({ live: { run }, request, isStopped }) {
    const { heldOut } = run.data;
    if (!request || heldOut.kind === "text") return;
    const { examples, series } = heldOut;
    yield* answersFile(run, { examples, series, toCome: series }, { request, isStopped });
  },
  looked: (value, running) => ({ type: "looked", look: "answers", value, running }),
});
