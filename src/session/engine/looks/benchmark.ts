/** All engines on the same pieces of work, side by side. */

import { contendersIn, shortPieces, shortRounds } from "../../../engine/benchmark/pieces";
import { timeInRounds } from "../../../engine/benchmark/rounds";
import { yieldToEventLoop } from "../../../yieldToEventLoop";
import type { BenchmarkReport, BenchmarkResult } from "../../protocol";
import { lookOf } from "./look";

export const benchmark = lookOf<BenchmarkReport>({
  training: "stopped",
  async *slices({ engines, isStopped }) {
    const backends = engines.all();
    const pieces = shortPieces.length;
    const pause = async () => {
      await yieldToEventLoop();
      return isStopped();
    };
    const results: BenchmarkResult[] = [];
    yield { pieces, results: [] };
    for (const piece of shortPieces) {
      const timings = await timeInRounds(contendersIn(piece, backends), { ...shortRounds, pause });
      if (isStopped()) return;
      results.push({ piece, timings });
      yield { pieces, results: [...results] };
    }
  },
  looked: (value, running) => ({ type: "looked", look: "benchmark", value, running }),
});
