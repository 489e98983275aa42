/** Which further columns tell series apart, where one alone does not. */
import type { ColumnPreview, SeriesId } from "../../../data/table/tableTypes";
import { useAllWords } from "../../words/useWords";
import { ColumnsField } from "./ColumnsField";

/** Could tell series apart: different values, of whatever kind but dates. */
export const tellsApart = ({ type, distinct, distinctAtLeast }: ColumnPreview) =>
  type.kind !== "date" && distinct >= 2 && !distinctAtLeast;

interface SeriesWithFieldProps {
  readonly columns: readonly ColumnPreview[];
  readonly of: SeriesId;
  /** Whether a column plays no other part that it would have to give up. */
  readonly isFree: (index: number) => boolean;
  readonly onChange: (idWith: readonly number[]) => void;
}

/** Nothing while all rows are one series, or where no other column could tell any apart. */
export function SeriesWithField({ columns, of: { id, idWith }, isFree, onChange }: SeriesWithFieldProps) {
  const { tableDialog } = useAllWords();
  const isOffered = (column: ColumnPreview, index: number) =>
    tellsApart(column) && index !== id && isFree(index);
  if (id === null || !columns.some(isOffered)) return null;
  return (
    <ColumnsField
      label={tableDialog.seriesWith}
      columns={columns}
      isOffered={isOffered}
      chosen={idWith ?? []}
      onChange={onChange}
      hint={tableDialog.seriesWithHint}
    />
  );
}
