import { type DataShape, shapeOfExamples, shapeOfText } from "./dataShape";
import type { DataSummary } from "./protocol";

export const shapeOf = (data: DataSummary): DataShape =>
  data.kind === "text"
    ? shapeOfText(data.unit)
    : shapeOfExamples(data.input, data.answer, data.task !== null);
