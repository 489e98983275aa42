/** What becomes of missing values, how numbers are scaled, how much is held out. */
import type { PrepareOptions, TableQuestion } from "../../../data/table/tableTypes";
import type { AllWords } from "../../../words/catalogue";
import { NumericField } from "../../controls/NumericField";
import { SelectField, type SelectOption } from "../../controls/SelectField";
import { useAllWords } from "../../words/useWords";
import styles from "./QuestionForm.module.css";
import { askOf } from "./questionOfKind";

const missingWays = ["carry", "interpolate", "drop"] as const;
const limitWays = ["kept", "none"] as const;
const scalings = ["standard", "minMax", "none"] as const;
const seriesScalings = ["common", "each"] as const;

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

function heldOutHint(
  { heldOutOfSeries, heldOutOfEach, heldOutOfClasses, heldOutOfSteps }: AllWords["tableDialog"],
  question: TableQuestion,
) {
  if (question.kind === "labelSteps" || askOf(question) === "estimate") return heldOutOfSteps;
  if (question.kind !== "forecast") return heldOutOfClasses;
  return question.id === null ? heldOutOfSeries : heldOutOfEach;
}

export function OptionFields({ question, options, onChange }: OptionFieldsProps) {
  const { tableDialog } = useAllWords();
  const isOfSeries = "id" in question && question.id !== null;
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
          {isOfSeries && options.scaling !== "none" && (
            <SelectField
              label={tableDialog.seriesScaling}
              value={options.seriesScaling}
              options={optionsOf(seriesScalings, tableDialog.seriesScalings)}
              onChange={(seriesScaling) => onChange({ seriesScaling })}
            />
          )}
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
        hint={heldOutHint(tableDialog, question)}
      />
    </div>
  );
}
