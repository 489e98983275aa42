/** A number within a range, typed. */
import type { ReactNode } from "react";
import { DraftField } from "./DraftField";
import { formatNumber, type NumberRange, parseNumber } from "./parseNumber";

interface NumericFieldProps {
  readonly label: string;
  readonly value: number;
  readonly range: NumberRange;
  readonly onCommit: (value: number) => void;
  readonly hint?: ReactNode;
  readonly unit?: string;
  readonly isDisabled?: boolean;
  readonly labelHidden?: boolean;
}

export function NumericField({ value, range, ...rest }: NumericFieldProps) {
  return (
    <DraftField
      {...rest}
      text={formatNumber(value)}
      parse={(text) => parseNumber(text, range)}
      inputMode={range.integer ? "numeric" : "decimal"}
    />
  );
}
