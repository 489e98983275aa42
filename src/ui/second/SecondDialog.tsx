/** Another file for the network that stands: how its columns fit, what the network answers, and how good that is. */
import { Download } from "lucide-react";
import { useState } from "react";
import type { SecondRead } from "../../data/secondFiles";
import type { SecondTable } from "../../data/table/second/secondTable";
import { trainedFolder } from "../../store/second";
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
  const say = useSay();
  const store = usePlaygroundStore();
  const second = usePlayground((state) => state.second);
  if (!second) return null;
  const { read, isBusy, share, asked, refusal } = second;
  const name = say(second.name);
  return (
    <DialogFrame title={words.dialogTitle({ name })} size="medium" onClose={store.getState().closeSecond}>
      <DialogBody refusal={refusal}>
        {isBusy && <WorkProgress label={read ? words.matching : words.reading({ name })} share={share} />}
        {read && !asked && <SecondFindings read={read} />}
        {asked && <SecondResult name={name} />}
      </DialogBody>
      <Footer />
    </DialogFrame>
  );
}

/** How it fits what the network was trained on. */
function SecondFindings({ read }: { readonly read: SecondTable | SecondRead }) {
  const say = useSay();
  if ("columns" in read) return <SecondColumns table={read} />;
  return (
    <>
      <Sentences sentences={read.notes} />
      {read.problems.map(say).map((problem) => (
        <p key={problem} className={note.problem} role="alert">
          {problem}
        </p>
      ))}
    </>
  );
}

function Footer() {
  const words = useAllWords().second;
  const store = usePlaygroundStore();
  const canAnswer = usePlayground(
    ({ second }) => second !== null && !second.isBusy && !second.asked && second.read?.data !== null,
  );
  const isOpen = usePlayground(({ second }) => second?.read != null);
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
    <DialogFooter words={isOpen && canAnswer && <FormatChoice format={format} onChange={setFormat} />}>
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
  const kind = usePlayground((state) => trainedFolder(state)?.way.kind);
  const isFolder = kind !== undefined;
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
        <p>{isFolder ? words.answeredFiles({ files: rows }) : words.answered({ answers: rows })}</p>
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
        <Sentences sentences={[isFolder ? words.noTruthInFiles : words.noTruth]} />
      )}
      <p className={text.hint}>{kind ? words.filesAbout[kind] : words.about}</p>
    </div>
  );
}
