/** One of a few, side by side. */
import type { ReactNode } from "react";
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";
import layout from "../styles/layout.module.css";
import text from "../styles/text.module.css";
import styles from "./Choice.module.css";

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Shown instead of the label, which is then only said. */
  readonly icon?: ReactNode;
  /** Of the label, where it is not the page's. */
  readonly lang?: string;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
}

export function Choice<T extends string>({ label, labelHidden, value, options, onChange }: ChoiceProps<T>) {
  const choose = (key: string) => {
    const option = options.find((candidate) => candidate.value === key);
    if (option) onChange(option.value);
  };
  return (
    <RadioGroup
      className={layout.ends}
      value={value}
      onChange={choose}
      orientation="horizontal"
      {...(labelHidden && { "aria-label": label })}
    >
      {!labelHidden && <Label className={text.label}>{label}</Label>}
      <div className={styles.options}>
        {options.map((option) => (
          <RadioField key={option.value} value={option.value} className={styles.field}>
            <RadioButton className={styles.option}>
              {option.icon}
              {/* An aria-label here would name the label's element and not the radio. */}
              <span
                {...(option.icon !== undefined && { className: "visually-hidden" })}
                {...(option.lang !== undefined && { lang: option.lang })}
              >
                {option.label}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
