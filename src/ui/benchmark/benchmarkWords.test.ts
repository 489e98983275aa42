import { expect, test } from "vitest";
import type { BenchmarkResult } from "../../session/protocol";
import { inEnglish } from "../../words/english";
import { enginesOf, fastestOf, resultsAsTable, timingInWords, timingOf } from "./benchmarkWords";

const shape = { B: 32, T: 64, I: 64, H: 128, O: 64, at: "every" } as const;
const time = (name: string, medianMs: number) => ({
  name,
  medianMs,
  minMs: medianMs - 0.5,
  maxMs: 2 * medianMs,
  runs: 9,
});
const results: readonly BenchmarkResult[] = [
  { piece: { work: "train", shape }, timings: [time("CPU", 20), { name: "GPU", problem: "It fell over." }] },
  { piece: { work: "generate", shape: { ...shape, B: 1 } }, timings: [time("CPU", 2), time("GPU", 1.5)] },
];

test("the fastest engine is the one with the lowest median; one without a time is none", () => {
  expect(results.map(fastestOf)).toEqual(["CPU", "GPU"]);
  expect(fastestOf({ ...results[0], timings: [] })).toBeNull();
  expect(enginesOf(results)).toEqual(["CPU", "GPU"]);
});

test("a time has its spread, and what has none says why", () => {
  expect(timingInWords(inEnglish, timingOf(results[0], "CPU"))).toBe("20.0 ms (19.5 to 40.0)");
  expect(timingInWords(inEnglish, timingOf(results[0], "GPU"))).toBe("It fell over.");
  expect(timingInWords(inEnglish, timingOf(results[0], "TPU"))).toBe("–");
});

test("the table that is copied", () => {
  expect(resultsAsTable(inEnglish, results, "A browser")).toBe(
    `| Work | Network | CPU | GPU |
| --- | --- | --- | --- |
| Training step | GRU(128), 32 sequences of 64 steps | 20.0 ms (19.5 to 40.0) | It fell over. |
| Generation | GRU(128), 64 characters, one by one | 2.00 ms (1.50 to 4.00) | 1.50 ms (1.00 to 3.00) |

Medians, with the fastest and the slowest run. A browser
`,
  );
});
