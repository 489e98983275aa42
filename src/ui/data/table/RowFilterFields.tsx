/** Which rows of the table are read: all, or those with some values in one column. */
import { boundOf, boundText } from "../../../data/table/moments";
import { rangeOf } from "../../../data/table/rangeOf";
import type { ColumnPreview, RowFilter, TableChange, TablePreview } from "../../../data/table/tableTypes";
import { message } from "../../../words/message";
import { DraftField } from "../../controls/DraftField";
import type { Parsed } from "../../controls/parseNumber";
import text from "../../styles/text.module.css";
import { useAllWords } from "../../words/useWords";
import { OptionalColumnSelect } from "./ColumnSelect";
import { ManyChoice } from "./ManyChoice";
import styles from "./RowFilterFields.module.css";

/** Of numbers with more different values a range is asked for. */
const mostNumbers = 100;

type RangeFilter = Extract<RowFilter, { readonly kind: "range" }>;

interface RowFilterFieldsProps {
  readonly preview: Pick<TablePreview, "columns" | "filter">;
  readonly onChange: (change: TableChange) => void;
}

export function RowFilterFields({ preview, onChange }: RowFilterFieldsProps) {
  const { tableDialog } = useAllWords();
  const { columns, filter: shown } = preview;
  const change = (filter: RowFilter | null) => onChange({ kind: "filter", filter });
  const filter = shown?.filter;
  return (
    <section className={styles.fields} aria-label={tableDialog.rows}>
      <OptionalColumnSelect
        layout="stacked"
        label={tableDialog.onlyRowsWhere}
        columns={columns}
        value={filter?.column ?? null}
        none={tableDialog.noFilter}
        onChange={(column) => change(column === null ? null : openFilter(column, columns[column]))}
      />
      {shown && filter?.kind === "values" && (
        <ManyChoice
          label={tableDialog.valuesKept}
          search={tableDialog.searchValues}
          offered={shown.values.map(({ value, rows }) => ({
            id: value,
            name: tableDialog.valueOfRows({ value, rows }),
          }))}
          chosen={filter.values}
          onChange={(values) => change({ ...filter, values })}
        />
      )}
      {filter?.kind === "range" && (
        <Range filter={filter} isDate={rangeOf(columns[filter.column].type) === "dates"} onChange={change} />
      )}
      {shown && (
        <p className={text.hint} role="status">
          {tableDialog.rowsKept({ kept: shown.kept, of: shown.of })}
        </p>
      )}
    </section>
  );
}

/** Of which nothing is chosen yet. */
function openFilter(column: number, { type, distinct, distinctAtLeast }: ColumnPreview): RowFilter {
  const range = rangeOf(type);
  const isFew = range === "numbers" && !distinctAtLeast && distinct <= mostNumbers;
  return range === null || isFew
    ? { kind: "values", column, values: [] }
    : { kind: "range", column, from: null, to: null };
}

interface RangeProps {
  readonly filter: RangeFilter;
  readonly isDate: boolean;
  readonly onChange: (filter: RangeFilter) => void;
}

function Range({ filter, isDate, onChange }: RangeProps) {
  const { tableDialog } = useAllWords();
  const field = (end: "from" | "to") => (
    <DraftField<number | null>
      label={end === "from" ? tableDialog.rangeFrom : tableDialog.rangeTo}
      text={textOf(filter[end], isDate, end)}
      parse={(typed) => parseBound(typed, isDate, end)}
      onCommit={(bound) => onChange({ ...filter, [end]: bound })}
      inputMode={isDate ? "text" : "decimal"}
      placeholder={tableDialog.rangeOpen}
    />
  );
  return (
    <div className={styles.range}>
      {field("from")}
      {field("to")}
    </div>
  );
}

const textOf = (bound: number | null, isDate: boolean, end: "from" | "to") =>
  bound === null ? "" : boundText(bound, isDate, end);

function parseBound(typed: string, isDate: boolean, end: "from" | "to"): Parsed<number | null> {
  if (typed.trim() === "") return { value: null };
  const value = boundOf(typed, isDate, end);
  return value === null ? { problem: message("table.boundWanted", { isDate }) } : { value };
}
