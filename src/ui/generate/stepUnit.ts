import type { TextUnit } from "../../data/textUnit";
import type { DataSummary } from "../../session/protocol";

/** What one time step of the data is. @param data null before the page has read its first text. */
export const stepUnit = (data: DataSummary | null): TextUnit | "steps" =>
  data?.kind === "examples" ? "steps" : (data?.unit ?? "characters");
