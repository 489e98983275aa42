/** Whether rows are steps as they stand, or are brought to even steps of time, and how their numbers are taken together. */
import { evenSpacings } from "../../../data/table/evenSpacings";
import { isDated } from "../../../data/table/rowTimes";
import { type Spacing, spacingMessage } from "../../../data/table/spacing";
import type { EvenSteps, TableChange, TablePreview, TableQuestion } from "../../../data/table/tableTypes";
import { SelectField } from "../../controls/SelectField";
import { useAllWords, useSay } from "../../words/useWords";
import { labelledOptions } from "./labelledOptions";
import styles from "./QuestionForm.module.css";

const ways = ["mean", "sum", "last"] as const;
const asInFile = "file";

interface EvenFieldsProps {
  readonly preview: Pick<TablePreview, "columns" | "even">;
  readonly question: TableQuestion;
  readonly onChange: (change: TableChange) => void;
}

export function EvenFields({ preview: { columns, even }, question, onChange }: EvenFieldsProps) {
  const { tableDialog } = useAllWords();
  const say = useSay();
  const steps = even ?? stepsFor(question);
  if (!steps || (!even && !isDated(columns, steps.time))) return null;
  const change = (next: EvenSteps | null) => onChange({ kind: "even", even: next });
  const spacings = even && !isOffered(even.spacing) ? [even.spacing, ...evenSpacings] : evenSpacings;
  return (
    <section className={styles.fields} aria-label={tableDialog.timeSteps}>
      <SelectField
        layout="stacked"
        label={tableDialog.timeSteps}
        value={even ? keyOf(even.spacing) : asInFile}
        options={[
          { value: asInFile, label: tableDialog.stepsOfFile },
          ...spacings.map((spacing) => ({ value: keyOf(spacing), label: say(spacingMessage(spacing)) })),
        ]}
        onChange={(key) => {
          const spacing = spacings.find((one) => keyOf(one) === key);
          change(spacing ? { ...steps, spacing } : null);
        }}
      />
      {even && (
        <SelectField
          layout="stacked"
          label={tableDialog.takenTogether}
          value={even.how}
          options={labelledOptions(ways, tableDialog.ways)}
          onChange={(how) => change({ ...even, how })}
        />
      )}
    </section>
  );
}

const keyOf = ({ unit, count }: Spacing) => `${count} ${unit}`;
const isOffered = (spacing: Spacing) => evenSpacings.some((one) => keyOf(one) === keyOf(spacing));

/** Of the series and the time that are asked about; null where there is no time. */
function stepsFor(question: TableQuestion): EvenSteps | null {
  if (!("time" in question) || question.time.length === 0) return null;
  const { time, id, idWith } = question;
  return { time, id, ...(idWith && { idWith }), spacing: evenSpacings[0], how: "mean" };
}
