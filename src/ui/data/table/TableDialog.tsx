/**
 * A table on its way into training: what was read of it, what is wrong with it, and what is to be asked of it. What is trained on now
 * goes on beneath, and stays until the new data stands.
 */

import { memo, useCallback, useDeferredValue, useState } from "react";
import { shallow } from "zustand/shallow";
import { columnsOf } from "../../../data/table/columnsOf";
import { nothingToAsk } from "../../../data/table/nothingToAsk";
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

/** Progress is told many times a second, and is nothing to all this: it would be drawn again for every one. */
const TableBody = memo(TableContent, (before, after) => isSameBody(before.table, after.table));

function isSameBody(before: TableImport, after: TableImport): boolean {
  return before === after || shallow({ ...before, progress: null }, { ...after, progress: null });
}

function TableContent({ table }: TableBodyProps) {
  const store = usePlaygroundStore();
  const { tableDialog } = useAllWords();
  const say = useSay();
  const { preview, question, questions, doubt, options, check, work } = table;
  const { changeTable, chooseQuestionKind, openTable } = store.getState();
  const isText = preview?.format.form !== "workbook" && !/\.xls[xm]$/i.test(table.file.name);
  const readAsText = isText ? () => readFileAsText(store, table.file) : null;
  // What comes into sight is much, and is drawn a few milliseconds at a time; from then on it follows at once.
  const isSeen = useDeferredValue(preview !== null);
  // While a file is read in another way, the question may still be one of other columns.
  const fits = preview && question && columnsOf(question).every((column) => column < preview.columns.length);
  const isAsked = useDeferredValue(Boolean(fits));
  if (!preview || !isSeen) return <Unread refusal={table.refusal} onFile={openTable} onText={readAsText} />;
  const problems = check?.problems ?? preview.problems;
  return (
    <div className={styles.body} inert={work === "preparing" || work === "loading"}>
      <div className={styles.left}>
        <FormatFields preview={preview} onChange={changeTable} onText={readAsText} />
        <div className={styles.rows}>
          <RowFilterFields preview={preview} onChange={changeTable} />
          {fits && question && <EvenFields preview={preview} question={question} onChange={changeTable} />}
        </div>
        <PreviewTable preview={preview} question={fits ? question : null} onChange={changeTable} />
        <ProblemList problems={problems} onChange={changeTable} />
        {table.opened && question && (
          <div className={styles.plan}>
            <TablePlan check={check} />
          </div>
        )}
      </div>
      <div className={styles.right}>
        {isAsked && fits && question && doubt && (
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
          <p className={text.quiet}>
            {preview.partial ? tableDialog.askedLater : say(nothingToAsk(preview))}
          </p>
        )}
      </div>
    </div>
  );
}
