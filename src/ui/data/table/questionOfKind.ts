/** A question that the user has chosen: the one that was guessed, or, where there is none, one to begin with. */
import { timeChoices } from "../../../data/table/rowTimes";
import type { TablePreview, TableQuestion } from "../../../data/table/tableTypes";

export type QuestionKind = TableQuestion["kind"];

/** What can be asked; sequences stand in a table in one of two ways, whatever is asked of them. */
export const asks = ["forecast", "classify", "estimate", "classifyText", "labelSteps"] as const;
export type Ask = (typeof asks)[number];

export function askOf(question: TableQuestion): Ask {
  if ("answer" in question && question.answer === "number") return "estimate";
  return question.kind === "classifyLong" || question.kind === "classifyWide" ? "classify" : question.kind;
}

/** Of the two ways the likelier one. */
export function questionOf(
  ask: Ask,
  preview: TablePreview,
  questions: readonly TableQuestion[],
): TableQuestion {
  if (ask !== "classify" && ask !== "estimate") return questionOfKind(ask, ask, preview, questions);
  const guessed = questions.find((question) => question.kind !== "labelSteps" && askOf(question) === ask);
  if (guessed) return guessed;
  const likelier = questions.find(({ kind }) => kind === "classifyLong" || kind === "classifyWide");
  return questionOfKind(ask, likelier?.kind ?? "classifyLong", preview, questions);
}

/** Rows of a window, to begin with. */
const usualWindow = 30;

export function questionOfKind(
  ask: Ask,
  kind: QuestionKind,
  { columns, rowCount }: TablePreview,
  questions: readonly TableQuestion[],
): TableQuestion {
  const guessed = questions.find((question) => question.kind === kind && askOf(question) === ask);
  if (guessed) return guessed;
  const all = columns.map((_, column) => column);
  const labelKind = ask === "estimate" ? "number" : "category";
  const label = all.findLast((column) => columns[column].type.kind === labelKind) ?? columns.length - 1;
  const answer = ask === "estimate" ? ({ answer: "number" } as const) : {};
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
      return { kind, id, time, features: features.filter((column) => column !== id), label, ...answer };
    case "classifyWide":
      return {
        kind,
        steps: others.filter((column) => columns[column].type.kind === "number"),
        label,
        ...answer,
      };
    case "classifyText": {
      const text = others.find((column) => columns[column].type.kind === "text") ?? others[0] ?? 0;
      return { kind, text, label, unit: "words" };
    }
    case "labelSteps":
      return { kind, id: null, time, features, label, window, ...answer };
  }
}
