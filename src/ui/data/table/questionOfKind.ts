/** A question of a kind that the user has chosen: the one that was guessed, or, where there is none, one to begin with. */
import { timeChoices } from "../../../data/table/rowTimes";
import type { TablePreview, TableQuestion } from "../../../data/table/tableTypes";

export type QuestionKind = TableQuestion["kind"];

/** Rows of a window, to begin with. */
const usualWindow = 30;

export function questionOfKind(
  kind: QuestionKind,
  { columns, rowCount }: TablePreview,
  questions: readonly TableQuestion[],
): TableQuestion {
  const guessed = questions.find((question) => question.kind === kind);
  if (guessed) return guessed;
  const all = columns.map((_, column) => column);
  const label = all.findLast((column) => columns[column].type.kind === "category") ?? columns.length - 1;
  const others = all.filter((column) => column !== label);
  const id = others.find((column) => columns[column].type.kind === "id") ?? others[0] ?? 0;
  const time = timeChoices(columns)[0] ?? [];
  const features = others.filter(
    (column) => !time.includes(column) && ["number", "category"].includes(columns[column].type.kind),
  );
  const window = Math.max(1, Math.min(usualWindow, Math.floor(rowCount / 5)));
  switch (kind) {
    case "forecast":
      return {
        kind,
        targets: all.filter((column) => columns[column].type.kind === "number").slice(0, 1),
        inputs: [],
        id: null,
        time,
        window,
        horizon: 1,
        calendar: [],
        period: null,
      };
    case "classifyLong":
      return { kind, id, time, features: features.filter((column) => column !== id), label };
    case "classifyWide":
      return { kind, steps: others.filter((column) => columns[column].type.kind === "number"), label };
    case "classifyText": {
      const text = others.find((column) => columns[column].type.kind === "text") ?? others[0] ?? 0;
      return { kind, text, label, unit: "words" };
    }
    case "labelSteps":
      return { kind, id: null, time, features, label, window };
  }
}
