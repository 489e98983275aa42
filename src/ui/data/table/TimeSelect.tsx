/** What says when each row is: a column, or several that say it together. */
import { timeChoices } from "../../../data/table/rowTimes";
import type { ColumnPreview } from "../../../data/table/tableTypes";
import { SelectField } from "../../controls/SelectField";
import text from "../../styles/text.module.css";
import { useAllWords } from "../../words/useWords";
import styles from "./QuestionForm.module.css";

interface TimeSelectProps {
  readonly columns: readonly ColumnPreview[];
  readonly value: readonly number[];
  readonly onChange: (time: readonly number[]) => void;
}

export function TimeSelect({ columns, value, onChange }: TimeSelectProps) {
  const { tableDialog } = useAllWords();
  const choices = timesToChoose(columns, value);
  const joins = choices.some((time) => time.length > 1);
  return (
    <div className={styles.group}>
      <SelectField
        label={tableDialog.time}
        value={keyOf(value)}
        options={choices.map((time) => ({
          value: keyOf(time),
          label: time.length === 0 ? tableDialog.fileOrder : namesJoined(columns, time),
        }))}
        onChange={(key) => onChange(choices.find((time) => keyOf(time) === key) ?? [])}
      />
      {joins && <p className={text.hint}>{tableDialog.timeHint}</p>}
    </div>
  );
}

const keyOf = (time: readonly number[]) => time.join(" ");

const namesJoined = (columns: readonly ColumnPreview[], time: readonly number[]) =>
  time.map((column) => columns[column].name).join(" + ");

/** None, dates, and counters of steps; the one in use even if types were changed since. */
function timesToChoose(
  columns: readonly ColumnPreview[],
  value: readonly number[],
): readonly (readonly number[])[] {
  const numbers = columns.flatMap(({ type }, column) => (type.kind === "number" ? [[column]] : []));
  const choices = [[], ...timeChoices(columns), ...numbers];
  return choices.some((time) => keyOf(time) === keyOf(value)) ? choices : [...choices, value];
}
