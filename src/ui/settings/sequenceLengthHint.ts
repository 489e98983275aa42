import type { DataSummary } from "../../session/protocol";

/** What T means for a kind of data, and what is usual; null where the data itself decides it. */
export function sequenceLengthHint(data: DataSummary | null): string | null {
  if (data?.kind !== "examples") {
    return data?.unit === "words"
      ? "T, in words: how far back an error is followed. 16 to 64 is usual."
      : "T, in characters: how far back an error is followed. 32 to 128 is usual.";
  }
  if (data.task !== null) return null;
  return data.answer.kind === "numbers" && data.answer.forecast !== null
    ? "T, in rows: how much of the past is read before a forecast. A season or two is usual."
    : "T, in time steps: longer sequences are cut to their last T.";
}
