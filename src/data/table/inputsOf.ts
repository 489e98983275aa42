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
      const { features, label, id, time } = question;
      return features.filter((column) => column !== label && column !== id && !time.includes(column));
    }
    case "classifyWide":
      return question.steps.filter((column) => column !== question.label);
    case "classifyText":
      return [question.text];
  }
}

/** Of a forecast, those beside its targets. */
export function furtherInputs({ inputs, targets, id, time }: ForecastQuestion): readonly number[] {
  return inputs.filter((column) => !targets.includes(column) && column !== id && !time.includes(column));
}
