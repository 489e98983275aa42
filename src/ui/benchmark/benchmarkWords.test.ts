import { expect, test } from "vitest";
import type { BenchmarkResult } from "../../session/protocol";
import { englishWords, inEnglish } from "../../words/english";
import { message } from "../../words/message";
import {
  engineInWords,
  enginesOf,
  fastestOf,
  resultsAsTable,
  timingInWords,
  timingOf,
} from "./benchmarkWords";

const shape = { B: 32, T: 64, I: 64, H: 128, O: 64, at: "every" } as const;
const time = (name: string, medianMs: number) => ({
  name,
  medianMs,
  minMs: medianMs - 0.5,
  maxMs: 2 * medianMs,
  runs: 9,
});
const results: readonly BenchmarkResult[] = [
  {
    piece: { work: "train", shape },
    timings: [time("cpu-1", 20), { name: "webgpu", problem: "It fell over." }],
  },
  {
    piece: { work: "generate", shape: { ...shape, B: 1 } },
    timings: [time("cpu-1", 2), time("webgpu", 1.5)],
  },
];

test("the fastest engine is the one with the lowest median; one without a time is none", () => {
  expect(results.map(fastestOf)).toEqual(["cpu-1", "webgpu"]);
  expect(fastestOf({ ...results[0], timings: [] })).toBeNull();
  expect(enginesOf(results)).toEqual(["cpu-1", "webgpu"]);
});

test("a time has its spread, and what has none says why", () => {
  expect(timingInWords(englishWords, timingOf(results[0], "cpu-1"))).toBe("20.0\u00a0ms (19.5 to 40.0)");
  expect(timingInWords(englishWords, timingOf(results[0], "webgpu"))).toBe("It fell over.");
  expect(timingInWords(englishWords, timingOf(results[0], "cpu-9"))).toBe("–");
});

test("the table that is copied", () => {
  expect(resultsAsTable(englishWords, results, "A browser").replaceAll("\u00a0", " ")).toBe(
    `| Work | Network | CPU, 1 thread | GPU |
| --- | --- | --- | --- |
| Training step | GRU(128), 32 sequences of 64 steps | 20.0 ms (19.5 to 40.0) | It fell over. |
| Generation | GRU(128), 64 characters, one by one | 2.00 ms (1.50 to 4.00) | 1.50 ms (1.00 to 3.00) |

Medians, with the fastest and the slowest run. A browser
`,
  );
});

test("engines are called by what they are", () => {
  expect(engineInWords("cpu-4")).toEqual(message("benchmark.cpu", { threads: 4 }));
  expect(engineInWords("webgpu")).toEqual(message("benchmark.gpu"));
  expect(inEnglish(engineInWords("someone else"))).toBe("someone else");
});
