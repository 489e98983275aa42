import type { Run } from "./run";
import { Writing } from "./writing";

const length = 48;
const sampling = { greedy: false, temperature: 0.8, topK: null } as const;

/** A line of what the network writes now, in symbols drawn by the same random numbers every time. */
export async function writtenSample(run: Run): Promise<string> {
  const writing = new Writing(
    { type: "generate", generationId: 0, prompt: "", length, sampling, seed: 1 },
    run.trainer.network.vocabulary,
  );
  const sampler = await run.sampler();
  sampler.restart();
  const tokens = await writing.write(sampler, Number.POSITIVE_INFINITY);
  return tokens
    .filter(({ prompt }) => !prompt)
    .map(({ symbol, spaced }) => (spaced ? ` ${symbol}` : symbol))
    .join("");
}
