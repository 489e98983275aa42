/** A number within a range, or none where the field is empty. */
import type { ReactNode } from "react";
import { useWords } from "../words/useWords";
import { DraftField } from "./DraftField";
import { formatNumber, type NumberRange, parseNumber } from "./parseNumber";

interface OptionalNumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly range: NumberRange;
  readonly onCommit: (value: number | null) => void;
  readonly hint?: ReactNode;
  readonly unit?: string;
  /** What an empty field means; left out: none. */
  readonly placeholder?: string;
}

export function OptionalNumberField({ value, range, placeholder, ...rest }: OptionalNumberFieldProps) {
  const { controls } = useWords();
  return (
    <DraftField<number | null>
      {...rest}
      text={value === null ? "" : formatNumber(value)}
      parse={(text) => (text.trim() === "" ? { value: null } : parseNumber(text, range))}
      inputMode={range.integer ? "numeric" : "decimal"}
      placeholder={placeholder ?? controls.none}
    />
  );
}
