/** The benchmark's results in words and as a table for others. */
import type { BenchmarkResult, EngineTiming } from "../../session/protocol";
import type { AllWords } from "../../words/catalogue";
import { absent } from "../../words/formats";
import { type Message, message, verbatim } from "../../words/message";
import { say } from "../../words/say";

type Piece = BenchmarkResult["piece"];

/** "GRU(128), 32 sequences of 64 steps" */
export function sizesInWords({ work, shape: { B, T, H, at } }: Piece): Message {
  const common = { steps: T, units: H };
  return work === "generate"
    ? message("benchmark.characters", common)
    : message("benchmark.sequences", { ...common, sequences: B, last: at === "last" });
}

/** "cpu-4", "webgpu" */
export function engineInWords(name: string): Message {
  if (name === "webgpu") return message("benchmark.gpu");
  const threads = /^cpu-(\d+)$/.exec(name)?.[1];
  return threads === undefined ? verbatim(name) : message("benchmark.cpu", { threads: Number(threads) });
}

/** All engines that have a result, in their order. */
export function enginesOf(results: readonly BenchmarkResult[]): readonly string[] {
  return [...new Set(results.flatMap(({ timings }) => timings.map(({ name }) => name)))];
}

export const timingOf = ({ timings }: BenchmarkResult, engine: string): EngineTiming | null =>
  timings.find(({ name }) => name === engine) ?? null;

/** The name of the fastest engine, or null where none has a time. */
export function fastestOf({ timings }: BenchmarkResult): string | null {
  const timed = timings.flatMap((one) => ("medianMs" in one ? [one] : []));
  return timed.toSorted((a, b) => a.medianMs - b.medianMs)[0]?.name ?? null;
}

/** "12.3 ms (11.9 to 14.0)", or why there is none. */
export function timingInWords(words: AllWords, timing: EngineTiming | null): string {
  if (timing === null) return absent;
  if ("problem" in timing) return say(words, timing.problem);
  const { medianMs, minMs, maxMs } = timing;
  return words.benchmark.timing({ medianMs, minMs, maxMs });
}

/** A Markdown table, with the browser it was made in. */
export function resultsAsTable(
  words: AllWords,
  results: readonly BenchmarkResult[],
  browser: string,
): string {
  const { work, network, works, tableNote } = words.benchmark;
  const engines = enginesOf(results);
  const head = [work, network, ...engines.map((engine) => say(words, engineInWords(engine)))];
  const rows = results.map((result) => [
    works[result.piece.work],
    say(words, sizesInWords(result.piece)),
    ...engines.map((engine) => timingInWords(words, timingOf(result, engine))),
  ]);
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `${lines.join("\n")}\n\n${tableNote({ browser })}\n`;
}
