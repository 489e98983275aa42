/** Rows with a text each: which column is the label, which the text, and what of it is a step. */
import type { ClassifyTextQuestion, ColumnPreview } from "../../../data/table/tableTypes";
import { Choice } from "../../controls/Choice";
import { useAllWords } from "../../words/useWords";
import { textUnits } from "../textUnits";
import { ColumnSelect } from "./ColumnSelect";
import styles from "./QuestionForm.module.css";

interface ClassifyTextFieldsProps {
  readonly columns: readonly ColumnPreview[];
  readonly question: ClassifyTextQuestion;
  readonly onChange: (question: ClassifyTextQuestion) => void;
}

export function ClassifyTextFields({ columns, question, onChange }: ClassifyTextFieldsProps) {
  const words = useAllWords();
  const { tableDialog } = words;
  const change = (part: Partial<ClassifyTextQuestion>) => onChange({ ...question, ...part });
  return (
    <div className={styles.fields}>
      <ColumnSelect
        label={tableDialog.label}
        columns={columns}
        value={question.label}
        onChange={(label) => change({ label })}
        hint={tableDialog.labelOfText}
      />
      <ColumnSelect
        label={tableDialog.text}
        columns={columns}
        isOffered={(_, index) => index !== question.label}
        value={question.text}
        onChange={(text) => change({ text })}
        hint={tableDialog.textHint}
      />
      <Choice
        label={tableDialog.unit}
        value={question.unit}
        options={textUnits(words)}
        onChange={(unit) => change({ unit })}
      />
    </div>
  );
}
