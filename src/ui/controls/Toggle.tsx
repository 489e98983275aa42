/** Something that is on or off. */
import type { ReactNode } from "react";
import { SwitchButton, SwitchField } from "react-aria-components";
import text from "../styles/text.module.css";
import styles from "./Toggle.module.css";

interface ToggleProps {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly hint?: ReactNode;
  readonly isDisabled?: boolean;
}

export function Toggle({ label, value, onChange, hint, isDisabled = false }: ToggleProps) {
  return (
    <SwitchField className={styles.toggle} isSelected={value} onChange={onChange} isDisabled={isDisabled}>
      <SwitchButton className={styles.button}>
        <span className={styles.rail} aria-hidden="true" />
        {label}
      </SwitchButton>
      {hint && <span className={text.hint}>{hint}</span>}
    </SwitchField>
  );
}
