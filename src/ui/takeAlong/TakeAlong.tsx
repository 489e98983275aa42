/** What was measured and answered, as files for spreadsheets and programs. */

import { Download, Square } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { type CsvFormat, csvWriter } from "../../data/csv/csvWriter";
import type { Evaluation } from "../../data/evaluation/evaluationTypes";
import { message, sentences } from "../../words/message";
import { Action } from "../controls/Action";
import { Choice, type Option } from "../controls/Choice";
import { OnDemand } from "../controls/OnDemand";
import { Toggle } from "../controls/Toggle";
import { WorkProgress } from "../controls/WorkProgress";
import layout from "../styles/layout.module.css";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import { answerWords } from "./answerWords";
import { measureRows } from "./measureRows";
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
  const words = useAllWords().takeAlong;
  const isText = usePlayground(({ data }) => data?.kind !== "examples");
  const evaluated = useRun((run) => run.evaluated);
  const [format, setFormat] = useState<CsvFormat>({ decimal: ".", byteOrderMark: false });
  const decimals: readonly Option<CsvFormat["decimal"]>[] = [
    { value: ".", label: words.point },
    { value: ",", label: words.comma },
  ];
  return (
    <div className={layout.stack}>
      <Choice
        label={words.decimal}
        value={format.decimal}
        options={decimals}
        onChange={(decimal) => setFormat({ ...format, decimal })}
      />
      <Toggle
        label={words.mark}
        value={format.byteOrderMark}
        onChange={(byteOrderMark) => setFormat({ ...format, byteOrderMark })}
        hint={words.markHint}
      />
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

const savedMessage = (name: string, rows: number, harmless: number) =>
  sentences([
    message("takeAlong.saved", { name, rows }),
    ...(harmless > 0 ? [message("takeAlong.harmless", { count: harmless })] : []),
  ]);

/** Written beside the engine, which answers once more. */
function SaveAnswers({ format }: { readonly format: CsvFormat }) {
  const words = useAllWords();
  const say = useSay();
  const store = usePlaygroundStore();
  const { running, value } = usePlayground(({ looks }) => looks.answers);
  const wasTraining = useRun(({ training }) => training);
  const asked = useRef<{ readonly trains: boolean } | null>(null);
  const save = () => {
    const { data, writeAnswers } = store.getState();
    if (data?.kind !== "examples") return;
    asked.current = { trains: wasTraining };
    writeAnswers({ format, words: answerWords(words, say, data) });
  };
  useEffect(() => {
    if (running || !asked.current) return;
    const { trains } = asked.current;
    asked.current = null;
    const { data, notify, train, runs, shownId } = store.getState();
    if (value?.file) {
      const name = fileName(
        say(data?.name ?? ""),
        words.takeAlong.answersFile,
        runs.get(shownId)?.step ?? 0,
        "csv",
      );
      saveFile(name, value.file);
      notify("info", savedMessage(name, value.rows, value.harmless));
    }
    if (trains) train();
  }, [running, value, store, say, words]);
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
