/** Another file for the network that stands: how its columns fit, what the network answers, and how good that is. */
import { Download } from "lucide-react";
import { useState } from "react";
import { Action } from "../controls/Action";
import { WorkProgress } from "../controls/WorkProgress";
import { Sentences } from "../data/Sentences";
import { EvaluationResult } from "../evaluation/EvaluationResult";
import { thingOf } from "../evaluation/thingOf";
import { DialogBody } from "../frame/DialogBody";
import { DialogFooter } from "../frame/DialogFooter";
import { DialogFrame } from "../frame/DialogFrame";
import layout from "../styles/layout.module.css";
import note from "../styles/note.module.css";
import text from "../styles/text.module.css";
import { answerWords } from "../takeAlong/answerWords";
import { FormatChoice, plainFormat } from "../takeAlong/FormatChoice";
import { savedMessage } from "../takeAlong/savedMessage";
import { fileName, saveFile } from "../takeAlong/saveFile";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import { SecondColumns } from "./SecondColumns";

export function SecondDialog() {
  const words = useAllWords().second;
  const store = usePlaygroundStore();
  const second = usePlayground((state) => state.second);
  if (!second) return null;
  const { file, table, isBusy, asked, refusal } = second;
  return (
    <DialogFrame
      title={words.dialogTitle({ name: file.name })}
      size="medium"
      onClose={store.getState().closeSecond}
    >
      <DialogBody refusal={refusal}>
        {isBusy && (
          <WorkProgress label={table ? words.matching : words.reading({ name: file.name })} share={null} />
        )}
        {table && !asked && <SecondColumns table={table} />}
        {asked && <SecondResult name={file.name} />}
      </DialogBody>
      <Footer />
    </DialogFrame>
  );
}

function Footer() {
  const words = useAllWords().second;
  const store = usePlaygroundStore();
  const canAnswer = usePlayground(
    ({ second }) => second !== null && !second.isBusy && !second.asked && second.table?.data !== null,
  );
  const isOpen = usePlayground(({ second }) => second?.table != null);
  const asked = usePlayground(({ second }) => second?.asked === true);
  const { running, value } = usePlayground(({ looks }) => looks.second);
  const [format, setFormat] = useState(plainFormat);
  const all = useAllWords();
  const say = useSay();
  const { closeSecond, answerSecond } = store.getState();
  const ask = () => {
    const { data } = store.getState();
    if (data?.kind === "examples") answerSecond({ format, words: answerWords(all, say, data) });
  };
  if (running)
    return (
      <DialogFooter words={<WorkProgress label={words.asking} share={value?.share ?? null} />}>
        <Action onPress={closeSecond}>{words.stop}</Action>
      </DialogFooter>
    );
  return (
    <DialogFooter words={isOpen && !asked && <FormatChoice format={format} onChange={setFormat} />}>
      <Action onPress={closeSecond}>{asked ? words.close : words.cancel}</Action>
      {canAnswer && isOpen && (
        <Action weight="primary" onPress={ask}>
          {words.ask}
        </Action>
      )}
    </DialogFooter>
  );
}

function SecondResult({ name }: { readonly name: string }) {
  const words = useAllWords().second;
  const say = useSay();
  const store = usePlaygroundStore();
  const value = usePlayground(({ looks }) => looks.second.value);
  const data = usePlayground((state) => state.data);
  const step = useRun((run) => run.step);
  if (value?.problem)
    return (
      <p className={note.problem} role="alert">
        {say(value.problem)}
      </p>
    );
  if (!value?.file) return null;
  const { file, rows, harmless, evaluation } = value;
  const save = () => {
    const called = fileName(name, words.answersFile, step, "csv");
    saveFile(called, file);
    store.getState().notify("info", savedMessage(called, rows, harmless));
  };
  return (
    <div className={layout.stack}>
      <div className={layout.ends}>
        <p>{words.answered({ rows })}</p>
        <Action onPress={save}>
          <Download size={15} aria-hidden="true" />
          {words.save}
        </Action>
      </div>
      {evaluation ? (
        <section aria-label={words.result} className={layout.stack}>
          <EvaluationResult evaluation={evaluation} thing={thingOf(data)} isSecond />
        </section>
      ) : (
        <Sentences sentences={[words.noTruth]} />
      )}
      <p className={text.hint}>{words.about}</p>
    </div>
  );
}
