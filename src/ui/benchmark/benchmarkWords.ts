/** The benchmark's results in words and as a table for others. */
import type { BenchmarkResult, EngineTiming } from "../../session/protocol";
import type { Say } from "../../words/message";
import { formatMs } from "../profile/profileWords";

type Piece = BenchmarkResult["piece"];

const workNames = { train: "Training step", infer: "Inference", generate: "Generation" } as const;

export const workName = ({ work }: Piece): string => workNames[work];

/** "GRU(128), 32 sequences of 64 steps" */
export function sizesInWords({ work, shape: { B, T, H, at } }: Piece): string {
  if (work === "generate") return `GRU(${H}), ${T} characters, one by one`;
  return `GRU(${H}), ${B} sequences of ${T} steps${at === "last" ? ", output at the last" : ""}`;
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
export function timingInWords(say: Say, timing: EngineTiming | null): string {
  if (timing === null) return "–";
  if ("problem" in timing) return say(timing.problem);
  const { medianMs, minMs, maxMs } = timing;
  return `${formatMs(medianMs)} ms (${formatMs(minMs)} to ${formatMs(maxMs)})`;
}

/** A Markdown table, with the browser it was made in. */
export function resultsAsTable(say: Say, results: readonly BenchmarkResult[], browser: string): string {
  const engines = enginesOf(results);
  const head = ["Work", "Network", ...engines];
  const rows = results.map((result) => [
    workName(result.piece),
    sizesInWords(result.piece),
    ...engines.map((engine) => timingInWords(say, timingOf(result, engine))),
  ]);
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `${lines.join("\n")}\n\nMedians, with the fastest and the slowest run. ${browser}\n`;
}
