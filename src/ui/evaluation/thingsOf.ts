/** What one example of the data is called. */
import type { DataSummary, ExamplesSummary } from "../../session/protocol";

export interface Things {
  readonly one: string;
  readonly many: string;
}

export function thingsOf(data: DataSummary | null): Things {
  if (data === null || data.kind === "text") return { one: "window", many: "windows" };
  const one = nameOf(data);
  return { one, many: `${one}s` };
}

function nameOf({ input, answer, task }: ExamplesSummary): string {
  if (task !== null) return "example";
  if (answer.kind === "numbers" && answer.forecast) return "forecast";
  if (input.kind === "symbols") return "sequence";
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
