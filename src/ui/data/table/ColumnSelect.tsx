/** One column of the table; the optional one may be none, where that has a meaning. */
import type { ColumnPreview } from "../../../data/table/tableTypes";
import { SelectField } from "../../controls/SelectField";
import text from "../../styles/text.module.css";
import styles from "./QuestionForm.module.css";

interface OfferProps {
  readonly label: string;
  readonly columns: readonly ColumnPreview[];
  readonly isOffered?: (column: ColumnPreview, index: number) => boolean;
  readonly hint?: string;
  readonly layout?: "row" | "stacked";
}

interface ColumnSelectProps extends OfferProps {
  readonly value: number;
  readonly onChange: (column: number) => void;
}

export function ColumnSelect({ onChange, ...rest }: ColumnSelectProps) {
  return <Offer {...rest} onChange={(column) => column !== null && onChange(column)} />;
}

interface OptionalColumnSelectProps extends OfferProps {
  readonly value: number | null;
  /** What it means that there is none. */
  readonly none: string;
  readonly onChange: (column: number | null) => void;
}

export function OptionalColumnSelect(props: OptionalColumnSelectProps) {
  return <Offer {...props} />;
}

const noColumn = "none";

function Offer(props: Omit<OptionalColumnSelectProps, "none"> & { readonly none?: string }) {
  const { label, columns, isOffered = () => true, value, none, onChange, hint, layout = "row" } = props;
  // The one in use is listed even if its type was changed since.
  const offered = columns.flatMap((column, index) =>
    isOffered(column, index) || index === value ? [{ value: String(index), label: column.name }] : [],
  );
  return (
    <div className={styles.group}>
      <SelectField
        layout={layout}
        label={label}
        value={value === null ? noColumn : String(value)}
        options={[...(none === undefined ? [] : [{ value: noColumn, label: none }]), ...offered]}
        onChange={(key) => onChange(key === noColumn ? null : Number(key))}
      />
      {hint && <p className={text.hint}>{hint}</p>}
    </div>
  );
}
