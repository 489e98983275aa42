import { expect, test } from "vitest";
import { Writing } from "./writing";

const vocabulary = ["\n", "a", "b", "c"];
const sampling = { greedy: false, temperature: 1, topK: null };

/** What a network that finds all symbols equally probable writes first after a press. */
async function firstWritten(seed: number): Promise<string> {
  const command = { type: "generate", generationId: seed, prompt: "a", length: 2, sampling, seed } as const;
  const writing = new Writing(command, vocabulary);
  const reading = async () => ({ logits: new Float32Array(vocabulary.length), hidden: new Float32Array(1) });
  const [, first] = await writing.write({ feed: reading }, Number.POSITIVE_INFINITY);
  return first.symbol;
}

test("from press to press, whose seeds follow one another, the first symbol is drawn by its probability as well", async () => {
  const presses = 400;
  const first = await Promise.all(Array.from({ length: presses }, (_, i) => firstWritten(i + 1)));
  for (const symbol of vocabulary) {
    const times = first.filter((one) => one === symbol).length;
    // A quarter of them, to five standard deviations.
    expect(Math.abs(times - presses / 4)).toBeLessThan(5 * Math.sqrt((presses * 3) / 16));
  }
});
