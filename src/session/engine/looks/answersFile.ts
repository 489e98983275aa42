/** What a network answers, as the text of a file, slice by slice. */
import type { Examples, SeriesData } from "../../../data/examples";
import { isForeseen } from "../../../data/rollout";
import { answerTable } from "../../../data/takeAlong/answerTable";
import { futureRows } from "../../../data/takeAlong/futureRows";
import { softmaxRows } from "../../../engine/train/inspector";
import type { AnswersFile, AnswersRequest } from "../../protocol";
import { FutureReading } from "../futureReading";
import type { Run } from "../run";
import { TextFile } from "./textFile";

const sliceMs = 50;

interface Answered {
  readonly examples: Examples;
  /** The series that they are windows of, and the one behind which is forecast. */
  readonly series: SeriesData | null;
  readonly toCome: SeriesData | null;
}

interface Writing {
  readonly request: AnswersRequest;
  readonly isStopped: () => boolean;
}

export async function* answersFile(
  run: Run,
  { examples, series, toCome }: Answered,
  { request, isStopped }: Writing,
): AsyncGenerator<AnswersFile, void> {
  const table = answerTable(examples, series, request.words);
  const file = new TextFile(request);
  file.line(table.headings);
  const predictor = await run.predictor();
  const end = examples.train + examples.heldOut;
  const C = examples.answer.kind === "class" ? examples.answer.labels.length : 0;
  for (let next = examples.train; next < end; ) {
    const endMs = performance.now() + sliceMs;
    do {
      const indices = Int32Array.from({ length: Math.min(run.batchSize, end - next) }, (_, i) => next + i);
      const outputs = await predictor.predict(examples, indices);
      for (const [b, index] of indices.entries())
        for (const row of table.rowsOf(index, C > 0 ? softmaxRows(outputs[b], C) : outputs[b]))
          file.line(row);
      next += indices.length;
    } while (next < end && performance.now() < endMs);
    yield file.soFar((next - examples.train) / examples.heldOut);
    if (isStopped()) return;
  }
  if (toCome && isForeseen(toCome)) {
    const reading = new FutureReading(run, toCome);
    while (!reading.isDone) {
      await reading.readFor(sliceMs, isStopped);
      yield file.soFar(1);
      if (isStopped()) return;
    }
    for (const row of futureRows(reading.told(), request.words)) file.line(row);
  }
  yield file.whole();
}
