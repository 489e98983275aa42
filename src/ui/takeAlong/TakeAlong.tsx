/** What was measured and answered, as files for spreadsheets and programs. */

import { Download, Square } from "lucide-react";
import { useState } from "react";
import { type CsvFormat, csvWriter } from "../../data/csv/csvWriter";
import type { Evaluation } from "../../data/evaluation/evaluationTypes";
import { Action } from "../controls/Action";
import { OnDemand } from "../controls/OnDemand";
import { WorkProgress } from "../controls/WorkProgress";
import layout from "../styles/layout.module.css";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import { answerWords } from "./answerWords";
import { FormatChoice, plainFormat } from "./FormatChoice";
import { measureRows } from "./measureRows";
import { saveAnswers } from "./saveAnswers";
import { savedMessage } from "./savedMessage";
import { fileName, saveFile } from "./saveFile";

export function TakeAlong() {
  const words = useAllWords().takeAlong;
  return (
    <OnDemand title={words.title} level={3}>
      {() => <Files />}
    </OnDemand>
  );
}

function Files() {
  const isText = usePlayground(({ data }) => data?.kind !== "examples");
  const evaluated = useRun((run) => run.evaluated);
  const [format, setFormat] = useState(plainFormat);
  return (
    <div className={layout.stack}>
      <FormatChoice format={format} onChange={setFormat} />
      {evaluated && <SaveMeasures evaluation={evaluated.evaluation} step={evaluated.step} format={format} />}
      {!isText && <SaveAnswers format={format} />}
    </div>
  );
}

interface SaveMeasuresProps {
  readonly evaluation: Evaluation;
  readonly step: number;
  readonly format: CsvFormat;
}

function SaveMeasures({ evaluation, step, format }: SaveMeasuresProps) {
  const words = useAllWords();
  const say = useSay();
  const store = usePlaygroundStore();
  const save = () => {
    const { data, notify } = store.getState();
    const rows = measureRows(words, say, evaluation);
    const writer = csvWriter(format);
    const lines = rows.map(writer.line);
    const name = fileName(say(data?.name ?? ""), words.takeAlong.measuresFile, step, "csv");
    saveFile(name, new Blob(lines, { type: "text/csv;charset=utf-8" }));
    notify("info", savedMessage(name, rows.length - 1, writer.harmless));
  };
  return (
    <Action onPress={save}>
      <Download size={15} aria-hidden="true" />
      {words.takeAlong.measures}
    </Action>
  );
}

/** Written beside the engine, which answers once more. */
function SaveAnswers({ format }: { readonly format: CsvFormat }) {
  const words = useAllWords();
  const say = useSay();
  const store = usePlaygroundStore();
  const { running, value } = usePlayground(({ looks }) => looks.answers);
  const save = () => {
    const { data } = store.getState();
    if (data?.kind !== "examples") return;
    const nameAt = (step: number) => fileName(say(data.name), words.takeAlong.answersFile, step, "csv");
    saveAnswers(store, { format, words: answerWords(words, say, data) }, nameAt);
  };
  return (
    <>
      {running ? (
        <div className={layout.ends}>
          <WorkProgress label={words.takeAlong.writing} share={value?.share ?? 0} />
          <Action onPress={() => store.getState().stopLooking("answers")}>
            <Square size={14} aria-hidden="true" />
            {words.takeAlong.stop}
          </Action>
        </div>
      ) : (
        <Action onPress={save}>
          <Download size={15} aria-hidden="true" />
          {words.takeAlong.answers}
        </Action>
      )}
      <p className={text.hint}>{words.takeAlong.answersHint}</p>
    </>
  );
}
