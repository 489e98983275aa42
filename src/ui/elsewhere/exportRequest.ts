/** What the worker is told of the run on the stage, with what the model card says of it in the page's words. */
import type { Evaluation } from "../../data/evaluation/evaluationTypes";
import type { ExchangeFormat, ExportRequest } from "../../session/exchangeProtocol";
import type { DataSummary } from "../../session/protocol";
import { sourceName } from "../../session/sourceName";
import type { PlaygroundData } from "../../store/state";
import type { AllWords } from "../../words/catalogue";
import type { Message, Say } from "../../words/message";
import {
  classesInWords,
  forecastInWords,
  languageInWords,
  numbersInWords,
} from "../evaluation/evaluationWords";
import { thingOf } from "../evaluation/thingOf";
import type { SavedRun } from "./savedNow";

/** With the name of the data, after which the file is called. */
export function exportRequest(
  { data }: PlaygroundData,
  { saved, of, evaluated }: SavedRun,
  format: ExchangeFormat,
  { language }: AllWords,
  say: Say,
): { readonly request: ExportRequest; readonly name: string } {
  const name = say(data?.name ?? sourceName(of.source));
  // What was measured of other weights says nothing of these.
  const isMeasured = evaluated?.step === saved.step;
  const known = {
    kind: data?.kind ?? null,
    name,
    decisions: data?.kind === "examples" ? data.decisions.map(say) : [],
    results: isMeasured ? resultsOf(evaluated.evaluation, data).map(say) : [],
  };
  return { request: { type: "export", format, saved, source: of.source, language, known }, name };
}

/** How good it is, with intervals, in whole sentences. */
export function resultsOf(evaluation: Evaluation, data: DataSummary | null): readonly Message[] {
  switch (evaluation.kind) {
    case "language":
      return [languageInWords(evaluation)];
    case "classes":
      return [classesInWords(evaluation, thingOf(data))];
    case "numbers":
      return [numbersInWords(evaluation, thingOf(data))];
    case "forecast":
      return evaluation.rows
        .filter(({ ahead }) => ahead === null)
        .map((row) => forecastInWords(evaluation, row));
  }
}
