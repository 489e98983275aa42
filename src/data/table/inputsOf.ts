import { columnsOfId } from "./columnsOf";
import type { ForecastQuestion, TableQuestion } from "./tableTypes";

/**
 * The columns whose values the network reads, each once: a forecast's targets first, and nothing that has another part to play,
 * such as a label, an id or the time.
 */
export function inputsOf(question: TableQuestion): readonly number[] {
  switch (question.kind) {
    case "forecast":
      return [...question.targets, ...furtherInputs(question)];
    case "classifyLong":
    case "labelSteps": {
      const taken = [question.label, ...columnsOfId(question), ...question.time];
      return question.features.filter((column) => !taken.includes(column));
    }
    case "classifyWide":
      return question.steps.filter((column) => column !== question.label);
    case "classifyText":
      return [question.text];
  }
}

/** Of a forecast, those beside its targets. */
export function furtherInputs(question: ForecastQuestion): readonly number[] {
  const taken = [...question.targets, ...columnsOfId(question), ...question.time];
  return question.inputs.filter((column) => !taken.includes(column));
}
