/** Rows that are the steps of sequences: what tells the sequences apart, what is read, and where the label is. */
import { columnsOfId } from "../../../data/table/columnsOf";
import { isCategory } from "../../../data/table/isCategory";
import type { ClassifyLongQuestion, ColumnPreview, LabelStepsQuestion } from "../../../data/table/tableTypes";
import type { AllWords } from "../../../words/catalogue";
import { NumericField } from "../../controls/NumericField";
import { useAllWords } from "../../words/useWords";
import { ColumnSelect, OptionalColumnSelect } from "./ColumnSelect";
import { ColumnsField } from "./ColumnsField";
import { withoutOverlap } from "./columnRoles";
import styles from "./QuestionForm.module.css";
import { SeriesWithField } from "./SeriesWithField";
import { TimeSelect } from "./TimeSelect";

type SequenceQuestion = ClassifyLongQuestion | LabelStepsQuestion;

const rows = { min: 1, max: 10_000, integer: true };

function labelWords(question: SequenceQuestion, words: AllWords["tableDialog"]) {
  const isOfRow = question.kind === "labelSteps";
  return question.answer === "number"
    ? { label: words.numberOf, hint: isOfRow ? words.numberOfRow : words.numberOfSequence }
    : { label: words.label, hint: isOfRow ? words.labelOfRow : words.labelOfSequence };
}

interface SequenceFieldsProps {
  readonly columns: readonly ColumnPreview[];
  readonly rowCount: number;
  readonly question: SequenceQuestion;
  readonly onChange: (question: SequenceQuestion) => void;
}

export function SequenceFields({ columns, rowCount, question, onChange }: SequenceFieldsProps) {
  const change = (changed: SequenceQuestion) => onChange(withoutOverlap(changed));
  const { id, time, label } = question;
  const { tableDialog } = useAllWords();
  const labelled = labelWords(question, tableDialog);
  return (
    <div className={styles.fields}>
      <ColumnSelect
        label={labelled.label}
        columns={columns}
        value={label}
        onChange={(next) => change({ ...question, label: next })}
        hint={labelled.hint}
      />
      {question.kind === "classifyLong" ? (
        <ColumnSelect
          label={tableDialog.sequence}
          columns={columns}
          value={question.id}
          onChange={(next) => change({ ...question, id: next, idWith: undefined })}
          hint={tableDialog.sequenceHint}
        />
      ) : (
        <>
          <OptionalColumnSelect
            label={tableDialog.series}
            columns={columns}
            value={id}
            none={tableDialog.allRows}
            onChange={(next) => change({ ...question, id: next, idWith: undefined })}
            hint={tableDialog.sequenceHint}
          />
          {id === null && (
            <NumericField
              label={tableDialog.cutInto}
              value={question.window}
              range={rows}
              unit={tableDialog.rowsUnit}
              onCommit={(window) => change({ ...question, window })}
              hint={tableDialog.cutIntoHint}
            />
          )}
        </>
      )}
      <SeriesWithField
        columns={columns}
        of={question}
        isFree={(index) => index !== label && !time.includes(index)}
        onChange={(idWith) => change({ ...question, idWith })}
      />
      <TimeSelect columns={columns} value={time} onChange={(next) => change({ ...question, time: next })} />
      <ColumnsField
        label={tableDialog.inputs}
        columns={columns}
        isOffered={(column, index) =>
          (column.type.kind === "number" || isCategory(column, rowCount)) &&
          index !== label &&
          !columnsOfId(question).includes(index) &&
          !time.includes(index)
        }
        chosen={question.features}
        onChange={(features) => change({ ...question, features })}
        nothing={tableDialog.noInputs}
      />
    </div>
  );
}
