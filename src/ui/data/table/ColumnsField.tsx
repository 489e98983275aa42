/** Any of the table's columns. */
import type { ColumnPreview } from "../../../data/table/tableTypes";
import { useAllWords } from "../../words/useWords";
import { ManyChoice } from "./ManyChoice";

interface ColumnsFieldProps {
  readonly label: string;
  readonly columns: readonly ColumnPreview[];
  readonly isOffered: (column: ColumnPreview, index: number) => boolean;
  readonly chosen: readonly number[];
  /** In the order of the table. */
  readonly onChange: (chosen: readonly number[]) => void;
  /** What to say where no column is offered. */
  readonly nothing?: string;
  readonly hint?: string;
}

export function ColumnsField(props: ColumnsFieldProps) {
  const { label, columns, isOffered, chosen, onChange, nothing, hint } = props;
  const { tableDialog } = useAllWords();
  const offered = columns.flatMap((column, index) =>
    // The ones in use are listed even if their types were changed since.
    isOffered(column, index) || chosen.includes(index) ? [{ id: String(index), name: column.name }] : [],
  );
  const explanation = offered.length === 0 ? nothing : hint;
  return (
    <ManyChoice
      label={label}
      search={tableDialog.searchColumns}
      offered={offered}
      chosen={chosen.map(String)}
      onChange={(ids) => onChange(ids.map(Number))}
      {...(explanation !== undefined && { hint: explanation })}
    />
  );
}
