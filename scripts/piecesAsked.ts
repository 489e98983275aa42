import { type Piece, pieces } from "../src/engine/benchmark/pieces";
import { UsageError } from "./usage";

/** The benchmark's pieces that `--only` and `--work` name. Throws `UsageError` where there are none. */
export function piecesAsked(wanted: Parameters<typeof pieces>[0]): readonly Piece[] {
  const found = orRefuse(() => pieces(wanted));
  if (found.length > 0) return found;
  throw new UsageError(`No piece of the benchmark has ${wanted.only}.`);
}

function orRefuse<Result>(compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}
