/** What becomes of missing values, how numbers are scaled, how much is held out. */
import type { PrepareOptions, TableQuestion } from "../../../data/table/tableTypes";
import { NumericField } from "../../controls/NumericField";
import { SelectField, type SelectOption } from "../../controls/SelectField";
import { useAllWords } from "../../words/useWords";
import styles from "./QuestionForm.module.css";

const missingWays = ["carry", "interpolate", "drop"] as const;
const limitWays = ["kept", "none"] as const;
const scalings = ["standard", "minMax", "none"] as const;

interface Named {
  readonly name: string;
  readonly about: string;
}

const optionsOf = <T extends string>(
  values: readonly T[],
  named: Readonly<Record<T, Named>>,
): readonly SelectOption<T>[] =>
  values.map((value) => ({ value, label: named[value].name, about: named[value].about }));

const heldOutPercent = { min: 1, max: 90, integer: false };

interface OptionFieldsProps {
  readonly question: TableQuestion;
  readonly options: PrepareOptions;
  readonly onChange: (change: Partial<PrepareOptions>) => void;
}

export function OptionFields({ question, options, onChange }: OptionFieldsProps) {
  const { tableDialog } = useAllWords();
  return (
    <div className={styles.fields}>
      {question.kind !== "classifyText" && (
        <>
          <SelectField
            label={tableDialog.missingValues}
            value={options.missing}
            options={optionsOf(missingWays, tableDialog.missingWays)}
            onChange={(missing) => onChange({ missing })}
          />
          <SelectField
            label={tableDialog.scaling}
            value={options.scaling}
            options={optionsOf(scalings, tableDialog.scalings)}
            onChange={(scaling) => onChange({ scaling })}
          />
        </>
      )}
      {question.kind === "forecast" && (
        <SelectField
          label={tableDialog.limits}
          value={options.limits}
          options={optionsOf(limitWays, tableDialog.limitWays)}
          onChange={(limits) => onChange({ limits })}
        />
      )}
      <NumericField
        label={tableDialog.heldOut}
        value={options.heldOutShare * 100}
        range={heldOutPercent}
        unit="%"
        onCommit={(percent) => onChange({ heldOutShare: percent / 100 })}
        hint={question.kind === "forecast" ? tableDialog.heldOutOfSeries : tableDialog.heldOutOfClasses}
      />
    </div>
  );
}
