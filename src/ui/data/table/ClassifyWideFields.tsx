/** Rows that are sequences: which column is the label, and which are the steps. */
import type { ClassifyWideQuestion, ColumnPreview } from "../../../data/table/tableTypes";
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
  const change = (part: Partial<ClassifyWideQuestion>) => onChange(withoutOverlap({ ...question, ...part }));
  return (
    <div className={styles.fields}>
      <ColumnSelect
        label="Label"
        columns={columns}
        value={question.label}
        onChange={(label) => change({ label })}
        hint="The class of each row."
      />
      <ColumnsField
        label="Steps"
        columns={columns}
        isOffered={({ type }, index) => type.kind === "number" && index !== question.label}
        chosen={question.steps}
        onChange={(steps) => change({ steps })}
        nothing="No column has numbers; if one should, correct its type in the table."
        hint="The columns from the first step to the last, in the order of the file."
      />
    </div>
  );
}
