/**
 * A table on its way into training: what was read of it, what is wrong with it, and what is to be asked of it. What is trained on now
 * goes on beneath, and stays until the new data stands.
 */

import { memo, useCallback, useDeferredValue, useMemo, useState } from "react";
import { columnsOf } from "../../../data/table/columnsOf";
import { nothingToAsk } from "../../../data/table/nothingToAsk";
import type { TablePreview } from "../../../data/table/tableTypes";
import type { TableImport } from "../../../store/imports/tableImport";
import type { AllWords } from "../../../words/catalogue";
import type { Said } from "../../../words/message";
import { Action } from "../../controls/Action";
import { noneRefused, RefusedDraftsContext, withDraft } from "../../controls/refusedDrafts";
import { DialogBody } from "../../frame/DialogBody";
import { DialogFrame } from "../../frame/DialogFrame";
import text from "../../styles/text.module.css";
import { usePlayground, usePlaygroundStore } from "../../usePlaygroundStore";
import { useAllWords, useSay } from "../../words/useWords";
import { readFileAsText } from "../openFile";
import { EvenFields } from "./EvenFields";
import { FormatFields } from "./FormatFields";
import { PreviewTable } from "./PreviewTable";
import { ProblemList } from "./ProblemList";
import { QuestionForm } from "./QuestionForm";
import { RowFilterFields } from "./RowFilterFields";
import { RowsQuestion } from "./RowsQuestion";
import styles from "./TableDialog.module.css";
import { TableFooter } from "./TableFooter";
import { TablePlan } from "./TablePlan";
import { TableProgress } from "./TableProgress";
import { TableTrigger } from "./TableTrigger";

export function TableDialog() {
  const store = usePlaygroundStore();
  const table = usePlayground((state) => state.table);
  const words = useAllWords();
  const [refused, setRefused] = useState(noneRefused);
  const tellRefused = useCallback(
    (id: string, isRefused: boolean) => setRefused((before) => withDraft(before, id, isRefused)),
    [],
  );
  if (!table) return null;
  const { closeTable, stopTable } = store.getState();
  const isUnreadable = table.preview === null && table.refusal !== null;
  return (
    // A click beside it would throw away what was chosen; Escape and Cancel are meant.
    <DialogFrame
      title={
        <>
          <span className={styles.verb}>{words.tableDialog.open}</span> {table.file.name}
        </>
      }
      facts={factsInWords(words, table)}
      progress={table.work !== null && <TableProgress table={table} onStop={stopTable} />}
      size={isUnreadable ? "narrow" : "wide"}
      steady={!isUnreadable}
      onClose={closeTable}
    >
      <RefusedDraftsContext value={tellRefused}>
        <TableBody table={table} />
      </RefusedDraftsContext>
      <TableFooter table={table} isHeldBack={refused.size > 0} />
    </DialogFrame>
  );
}

function factsInWords({ tableDialog, formats }: AllWords, { file, preview }: TableImport): string {
  if (!preview) return formats.bytes(file.size);
  const { rowCount: rows, columns, partial: isBeginning } = preview;
  return tableDialog.facts({ sizeBytes: file.size, rows, columns: columns.length, isBeginning });
}

interface UnreadProps {
  readonly refusal: Said | null;
  readonly onFile: (file: File) => void;
  readonly onText: (() => void) | null;
}

/** Before there is anything to show, or where there never will be. */
function Unread({ refusal, onFile, onText }: UnreadProps) {
  const say = useSay();
  const { tableDialog } = useAllWords();
  return (
    <DialogBody>
      {refusal === null ? (
        <p className={text.quiet}>{tableDialog.readingBeginning}</p>
      ) : (
        <>
          <p role="alert">{say(refusal)}</p>
          <div className={styles.ways}>
            <TableTrigger onFile={onFile}>{tableDialog.chooseAnotherFile}</TableTrigger>
            {onText && <Action onPress={onText}>{tableDialog.asText}</Action>}
          </div>
        </>
      )}
    </DialogBody>
  );
}

interface TableBodyProps {
  readonly table: TableImport;
}

/** While data are made ready, nothing in it can be pressed. */
export function TableBody({ table }: TableBodyProps) {
  const store = usePlaygroundStore();
  const { openTable } = store.getState();
  const { file, preview, question, questions, doubt, options, opened, check, refusal, work } = table;
  const isText = preview?.format.form !== "workbook" && !/\.xls[xm]$/i.test(file.name);
  const onText = useMemo(() => (isText ? () => readFileAsText(store, file) : null), [isText, store, file]);
  // What comes into sight is much, and is drawn a few milliseconds at a time; from then on it follows at once.
  const isSeen = useDeferredValue(preview !== null);
  if (!preview || !isSeen) return <Unread refusal={refusal} onFile={openTable} onText={onText} />;
  return (
    <div className={styles.body} inert={work === "preparing" || work === "loading"}>
      <TableContent
        {...{ preview, question, questions, doubt, options, check, onText }}
        isOpened={opened !== null}
      />
    </div>
  );
}

/** Why, unless the problems beside it say so. */
function NothingAsked({ preview }: { readonly preview: TablePreview }) {
  const say = useSay();
  const { tableDialog } = useAllWords();
  const why = preview.partial ? tableDialog.askedLater : nothingToAsk(preview);
  const isSaid = preview.problems.some(({ message }) => message === why);
  return isSaid ? null : <p className={text.quiet}>{say(why)}</p>;
}

interface TableContentProps
  extends Pick<TableImport, "question" | "questions" | "doubt" | "options" | "check"> {
  readonly preview: TablePreview;
  readonly isOpened: boolean;
  readonly onText: (() => void) | null;
}

/** Much, which is drawn anew for what it shows alone: not for progress, which is told many times a second, nor for what is done next. */
const TableContent = memo(function TableContent(props: TableContentProps) {
  const { preview, question, questions, doubt, options, check, isOpened, onText } = props;
  const { changeTable, chooseQuestionKind } = usePlaygroundStore().getState();
  // While a file is read in another way, the question may still be one of other columns.
  const fits = question && columnsOf(question).every((column) => column < preview.columns.length);
  const isAsked = useDeferredValue(Boolean(fits));
  return (
    <>
      <div className={styles.left}>
        <FormatFields preview={preview} onChange={changeTable} onText={onText} />
        <div className={styles.rows}>
          <RowFilterFields preview={preview} onChange={changeTable} />
          {fits && <EvenFields preview={preview} question={question} onChange={changeTable} />}
        </div>
        <PreviewTable preview={preview} question={fits ? question : null} onChange={changeTable} />
        <ProblemList problems={check?.problems ?? preview.problems} onChange={changeTable} />
        {isOpened && question && (
          <div className={styles.plan}>
            <TablePlan check={check} />
          </div>
        )}
      </div>
      <div className={styles.right}>
        {isAsked && fits && doubt && (
          <RowsQuestion
            doubt={doubt}
            columns={preview.columns}
            question={question}
            onChange={(next) => changeTable({ kind: "question", question: next })}
          />
        )}
        {fits && !isAsked ? null : fits ? (
          <QuestionForm
            preview={preview}
            questions={questions}
            question={question}
            options={options}
            onKind={chooseQuestionKind}
            onChange={changeTable}
          />
        ) : (
          <NothingAsked preview={preview} />
        )}
      </div>
    </>
  );
});
