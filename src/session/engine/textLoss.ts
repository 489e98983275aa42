import { softmaxRows } from "../../engine/train/inspector";
import type { WindowLosses } from "../../engine/train/trainer";
import type { Run } from "./run";

interface TextLoss {
  /** The mean, in nats. */
  readonly loss: number;
  readonly windows: readonly WindowLosses[];
}

/**
 * The cross-entropy in nats of the known symbols that come next, on the fixed windows that validate. Unlike the loss that is
 * trained with it wants nothing on other symbols (label smoothing), so that it can stand beside frequencies.
 *
 * @param tokens of the whole text
 * @returns null where it was left because something else waits
 */
export async function textLoss(
  run: Run,
  tokens: Int32Array,
  unknownId: number | null,
  isCalled: () => boolean,
): Promise<TextLoss | null> {
  const { trainer } = run;
  const { config } = trainer.network;
  const predictor = await run.predictor();
  const V = config.head.size;
  let sum = 0;
  let count = 0;
  const windows: WindowLosses[] = [];
  for (const batch of trainer.sequences.validation) {
    if (!("starts" in batch)) throw new Error("A text validates on windows of it.");
    const B = batch.starts.length;
    const T = trainer.positionsPerStep / B;
    const at = (i: number) => batch.starts[i % B] + Math.floor(i / B);
    const input = Int32Array.from({ length: T * B }, (_, i) => tokens[at(i)]);
    const outputs = await predictor.run({ input }, new Int32Array(B).fill(T), isCalled);
    if (!outputs) return null;
    const probabilities = softmaxRows(outputs, V);
    const nats = new Float32Array(T * B);
    for (let i = 0; i < T * B; i++) {
      const next = tokens[at(i) + 1];
      if (next === unknownId) continue;
      nats[i] = -Math.log(Math.max(probabilities[i * V + next], Number.MIN_VALUE));
      sum += nats[i];
      count++;
    }
    windows.push({ starts: batch.starts, nats });
  }
  return { loss: sum / count, windows };
}
