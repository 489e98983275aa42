/** What becomes of missing values, how numbers are scaled, how much is held out. */
import type { PrepareOptions, TableQuestion } from "../../../data/table/tableTypes";
import { NumericField } from "../../controls/NumericField";
import { SelectField } from "../../controls/SelectField";
import styles from "./QuestionForm.module.css";

const missingOptions = [
  { value: "carry", label: "Last value", about: "Each takes the last value before it." },
  { value: "interpolate", label: "Interpolated", about: "On the line from the last value to the next." },
  { value: "drop", label: "Dropped", about: "Rows with one are left out." },
] as const;

const scalingOptions = [
  { value: "standard", label: "Standard", about: "To mean 0 and deviation 1. Right nearly always." },
  { value: "minMax", label: "Min–max", about: "To the range from 0 to 1." },
  { value: "none", label: "None", about: "As they are; good only for numbers around 0 to 1." },
] as const;

const heldOutPercent = { min: 1, max: 90, integer: false };

interface OptionFieldsProps {
  readonly question: TableQuestion;
  readonly options: PrepareOptions;
  readonly onChange: (change: Partial<PrepareOptions>) => void;
}

export function OptionFields({ question, options, onChange }: OptionFieldsProps) {
  return (
    <div className={styles.fields}>
      {question.kind !== "classifyText" && (
        <>
          <SelectField
            label="Missing values"
            value={options.missing}
            options={missingOptions}
            onChange={(missing) => onChange({ missing })}
          />
          <SelectField
            label="Scaling of numbers"
            value={options.scaling}
            options={scalingOptions}
            onChange={(scaling) => onChange({ scaling })}
          />
        </>
      )}
      <NumericField
        label="Held out"
        value={options.heldOutShare * 100}
        range={heldOutPercent}
        unit="%"
        onCommit={(percent) => onChange({ heldOutShare: percent / 100 })}
        hint={
          question.kind === "forecast"
            ? "The last rows are never trained on: they show how good it is."
            : "These are never trained on: they show how good it is. Each class has its share of them."
        }
      />
    </div>
  );
}
