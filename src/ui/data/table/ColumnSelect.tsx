/** One column of the table, or none where that has a meaning. */
import type { ColumnPreview } from "../../../data/table/tableTypes";
import { SelectField } from "../../controls/SelectField";
import styles from "./QuestionForm.module.css";

interface ColumnSelectProps {
  readonly label: string;
  readonly columns: readonly ColumnPreview[];
  readonly isOffered?: (column: ColumnPreview, index: number) => boolean;
  readonly value: number | null;
  /** What it means that there is none; without it, there has to be one. */
  readonly none?: string;
  readonly onChange: (column: number | null) => void;
  readonly hint?: string;
}

const noColumn = "none";

export function ColumnSelect(props: ColumnSelectProps) {
  const { label, columns, isOffered = () => true, value, none, onChange, hint } = props;
  // The one in use is listed even if its type was changed since.
  const offered = columns.flatMap((column, index) =>
    isOffered(column, index) || index === value ? [{ value: String(index), label: column.name }] : [],
  );
  return (
    <div className={styles.group}>
      <SelectField
        label={label}
        value={value === null ? noColumn : String(value)}
        options={[...(none === undefined ? [] : [{ value: noColumn, label: none }]), ...offered]}
        onChange={(key) => onChange(key === noColumn ? null : Number(key))}
      />
      {hint && <p className={styles.hint}>{hint}</p>}
    </div>
  );
}
