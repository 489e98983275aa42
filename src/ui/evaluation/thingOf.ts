import type { DataSummary, ExamplesSummary } from "../../session/protocol";

/** What one example of the data is. */
export type Thing = "window" | "example" | "forecast" | "sequence" | "text" | "picture" | "drawing" | "sound";

export function thingOf(data: DataSummary | null): Thing {
  return data === null || data.kind === "text" ? "window" : thingOfExamples(data);
}

function thingOfExamples({ input, answer, task }: ExamplesSummary): Thing {
  if (task !== null) return "example";
  if (answer.kind === "numbers" && answer.forecast) return "forecast";
  if (input.kind === "symbols") return "text";
  switch (input.display.kind) {
    case "image":
      return "picture";
    case "stroke":
      return "drawing";
    case "spectrogram":
      return "sound";
    case "lines":
      return "sequence";
  }
}
