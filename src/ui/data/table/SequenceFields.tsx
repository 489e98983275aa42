/** Rows that are the steps of sequences: what tells the sequences apart, what is read, and where the label is. */
import type { ClassifyLongQuestion, ColumnPreview, LabelStepsQuestion } from "../../../data/table/tableTypes";
import { NumericField } from "../../controls/NumericField";
import { ColumnSelect, OptionalColumnSelect } from "./ColumnSelect";
import { ColumnsField } from "./ColumnsField";
import { withoutOverlap } from "./columnRoles";
import styles from "./QuestionForm.module.css";
import { isFeature } from "./questionOfKind";
import { TimeSelect } from "./TimeSelect";

type SequenceQuestion = ClassifyLongQuestion | LabelStepsQuestion;

const rows = { min: 1, max: 10_000, integer: true };

interface SequenceFieldsProps {
  readonly columns: readonly ColumnPreview[];
  readonly question: SequenceQuestion;
  readonly onChange: (question: SequenceQuestion) => void;
}

export function SequenceFields({ columns, question, onChange }: SequenceFieldsProps) {
  const change = (changed: SequenceQuestion) => onChange(withoutOverlap(changed));
  const { id, time, label } = question;
  return (
    <div className={styles.fields}>
      <ColumnSelect
        label="Label"
        columns={columns}
        value={label}
        onChange={(next) => change({ ...question, label: next })}
        hint={
          question.kind === "classifyLong"
            ? "The class to be told, the same in all rows of a sequence."
            : "The class of each row."
        }
      />
      {question.kind === "classifyLong" ? (
        <ColumnSelect
          label="Sequence"
          columns={columns}
          value={question.id}
          onChange={(next) => change({ ...question, id: next })}
          hint="Rows with the same value here are the steps of one sequence."
        />
      ) : (
        <>
          <OptionalColumnSelect
            label="Sequence"
            columns={columns}
            value={id}
            none="All rows are one"
            onChange={(next) => change({ ...question, id: next })}
            hint="Rows with the same value here are the steps of one sequence."
          />
          {id === null && (
            <NumericField
              label="Cut into"
              value={question.window}
              range={rows}
              unit="rows"
              onCommit={(window) => change({ ...question, window })}
              hint="Steps of each piece that the network reads."
            />
          )}
        </>
      )}
      <TimeSelect columns={columns} value={time} onChange={(next) => change({ ...question, time: next })} />
      <ColumnsField
        label="Columns to read"
        columns={columns}
        isOffered={(column, index) =>
          isFeature(column) && index !== label && index !== id && !time.includes(index)
        }
        chosen={question.features}
        onChange={(features) => change({ ...question, features })}
        nothing="No column is left to be read. Choose another label, or correct a type in the table."
      />
    </div>
  );
}
