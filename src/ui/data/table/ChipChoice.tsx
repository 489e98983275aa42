/** Any of a few, side by side. */

import { useId } from "react";
import { type Key, Label, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import text from "../../styles/text.module.css";
import styles from "./ChipChoice.module.css";

interface ChipChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
  readonly hint?: string;
}

export function ChipChoice<T extends string>({ label, options, chosen, onChange, hint }: ChipChoiceProps<T>) {
  const labelId = useId();
  const hintId = useId();
  const choose = (keys: ReadonlySet<Key>) =>
    onChange(options.flatMap(({ value }) => (keys.has(value) ? [value] : [])));
  return (
    <div className={styles.choice}>
      <Label className={text.label} elementType="span" id={labelId}>
        {label}
      </Label>
      <ToggleButtonGroup
        className={styles.chips}
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={choose}
        aria-labelledby={labelId}
        {...(hint && { "aria-describedby": hintId })}
      >
        {options.map((option) => (
          <ToggleButton key={option.value} id={option.value} className={`${text.line} ${styles.chip}`}>
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {hint && (
        <p className={text.hint} id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
