/** What was measured, in a sentence, in numbers and drawn. */
import type { Evaluation } from "../../data/evaluation/evaluationTypes";
import { useSay } from "../words/useWords";
import { ClassResult } from "./ClassResult";
import { classesInWords, languageInWords, numbersInWords } from "./evaluationWords";
import { ForecastResult } from "./ForecastResult";
import { LanguageResult } from "./LanguageResult";
import { NumbersResult } from "./NumbersResult";
import type { Thing } from "./thingOf";

interface EvaluationResultProps {
  readonly evaluation: Evaluation;
  readonly thing: Thing;
  /** Of another file than the one that the stage shows. */
  readonly isSecond?: boolean;
}

export function EvaluationResult({ evaluation, thing, isSecond = false }: EvaluationResultProps) {
  const say = useSay();
  switch (evaluation.kind) {
    case "language":
      return (
        <>
          <p>{say(languageInWords(evaluation))}</p>
          <LanguageResult evaluation={evaluation} />
        </>
      );
    case "classes":
      return (
        <>
          <p>{say(classesInWords(evaluation, thing, isSecond))}</p>
          <ClassResult evaluation={evaluation} thing={thing} isSecond={isSecond} />
        </>
      );
    case "numbers":
      return (
        <>
          <p>{say(numbersInWords(evaluation, thing, isSecond))}</p>
          <NumbersResult evaluation={evaluation} />
        </>
      );
    case "forecast":
      return <ForecastResult evaluation={evaluation} isSecond={isSecond} />;
  }
}
