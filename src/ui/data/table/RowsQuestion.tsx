/** Whether the rows are of several series or of one, where that is not certain: both readings, drawn on the same rows. */
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";
import { idName } from "../../../data/table/columnsOf";
import type { RowsDoubt } from "../../../data/table/rowsDoubt";
import type { ColumnPreview, TableQuestion } from "../../../data/table/tableTypes";
import note from "../../styles/note.module.css";
import text from "../../styles/text.module.css";
import { useAllWords } from "../../words/useWords";
import { LineSketch } from "./LineSketch";
import styles from "./RowsQuestion.module.css";

interface RowsQuestionProps {
  readonly doubt: RowsDoubt;
  readonly columns: readonly ColumnPreview[];
  readonly question: TableQuestion;
  readonly onChange: (question: TableQuestion) => void;
}

export function RowsQuestion({ doubt, columns, question, onChange }: RowsQuestionProps) {
  const { tableDialog } = useAllWords();
  const { drawn, several, one } = doubt;
  const names = {
    id: idName(
      columns.map(({ name }) => name),
      doubt,
    ),
    value: columns[drawn.column].name,
  };
  const isSeveral = "id" in question && question.id === doubt.id;
  const readings = [
    {
      key: "several",
      title: tableDialog.severalSeries({ column: names.id }),
      about: tableDialog.severalSeriesAbout({ series: drawn.several.map(({ name }) => name) }),
      lines: drawn.several.map(({ values }) => values),
    },
    {
      key: "one",
      title: tableDialog.oneSeries,
      about: tableDialog.oneSeriesAbout({ column: names.id }),
      lines: [drawn.one],
    },
  ] as const;
  return (
    <section className={`${note.info} ${styles.question}`} aria-label={tableDialog.rowsQuestion}>
      <RadioGroup
        className={styles.readings}
        value={isSeveral ? "several" : "one"}
        onChange={(key) => onChange(key === "several" ? several : one)}
      >
        <Label className={`${text.heading} ${styles.heading}`}>{tableDialog.rowsQuestion}</Label>
        {readings.map(({ key, title, about, lines }) => (
          <RadioField key={key} value={key} className={styles.field}>
            <RadioButton className={styles.reading}>
              <span className={styles.title}>{title}</span>
              <LineSketch lines={lines} />
              <span className={text.hint}>{about}</span>
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      <p className={text.hint}>{tableDialog.rowsDrawn({ column: names.value })}</p>
    </section>
  );
}
