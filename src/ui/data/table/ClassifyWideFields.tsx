/** Rows that are sequences: which column is the label, and which are the steps. */
import type { ClassifyWideQuestion, ColumnPreview } from "../../../data/table/tableTypes";
import { useAllWords } from "../../words/useWords";
import { ColumnSelect } from "./ColumnSelect";
import { ColumnsField } from "./ColumnsField";
import { withoutOverlap } from "./columnRoles";
import styles from "./QuestionForm.module.css";

interface ClassifyWideFieldsProps {
  readonly columns: readonly ColumnPreview[];
  readonly question: ClassifyWideQuestion;
  readonly onChange: (question: ClassifyWideQuestion) => void;
}

export function ClassifyWideFields({ columns, question, onChange }: ClassifyWideFieldsProps) {
  const { tableDialog } = useAllWords();
  const isNumber = question.answer === "number";
  const change = (part: Partial<ClassifyWideQuestion>) => onChange(withoutOverlap({ ...question, ...part }));
  return (
    <div className={styles.fields}>
      <ColumnSelect
        label={isNumber ? tableDialog.numberOf : tableDialog.label}
        columns={columns}
        value={question.label}
        onChange={(label) => change({ label })}
        hint={isNumber ? tableDialog.numberOfRow : tableDialog.labelOfRow}
      />
      <ColumnsField
        label={tableDialog.steps}
        columns={columns}
        isOffered={({ type }, index) => type.kind === "number" && index !== question.label}
        chosen={question.steps}
        onChange={(steps) => change({ steps })}
        nothing={tableDialog.noNumbers}
        hint={tableDialog.stepsHint}
      />
    </div>
  );
}
