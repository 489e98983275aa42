/** The first rows as they stand in the file, under what each column is: its type, which can be corrected, and what is in it. */

import { ChevronLeft, ChevronRight } from "lucide-react";
import { memo, useDeferredValue, useMemo, useState } from "react";
import { cellValue } from "../../../data/table/cellValue";
import type { ColumnPreview, TableChange, TablePreview, TableQuestion } from "../../../data/table/tableTypes";
import { Action } from "../../controls/Action";
import { SelectField } from "../../controls/SelectField";
import text from "../../styles/text.module.css";
import { useAllWords } from "../../words/useWords";
import { type ColumnRole, roleOf } from "./columnRoles";
import { contentInWords, type TypeOption, typeKey, typeOptionsIn } from "./columnTypes";
import { hasNameRows } from "./hasNameRows";
import styles from "./PreviewTable.module.css";
import { useGrowingCount } from "./useGrowingCount";

/** More at once would make the page slow; the others are a press away. */
const columnsAtOnce = 30;
/** A picture's. What is in sight comes first. */
const rowsAtOnce = 20;

interface PreviewTableProps {
  readonly preview: TablePreview;
  readonly question: TableQuestion | null;
  readonly onChange: (change: TableChange) => void;
}

export function PreviewTable({ preview, question, onChange }: PreviewTableProps) {
  const words = useAllWords();
  const { tableDialog } = words;
  const typeOptions = useMemo(() => typeOptionsIn(words), [words]);
  const { columns, rows, rowCount } = preview;
  // Cells are many: they are drawn a few at a time, and nothing waits for them.
  const late = useDeferredValue<TablePreview | null>(preview, null);
  const drawn = useGrowingCount(rows.length, rowsAtOnce);
  const [page, setPage] = useState(0);
  const pages = Math.ceil(columns.length / columnsAtOnce);
  const first = Math.min(page, pages - 1) * columnsAtOnce;
  const last = Math.min(columns.length, first + columnsAtOnce);
  const shown = useMemo(() => columns.slice(first, last), [columns, first, last]);
  return (
    <div className={styles.preview}>
      {pages > 1 && (
        <div className={styles.pager}>
          <Action
            weight="quiet"
            aria-label={tableDialog.previousColumns}
            isDisabled={first === 0}
            onPress={() => setPage(page - 1)}
          >
            <ChevronLeft size={16} aria-hidden="true" />
          </Action>
          <span>{tableDialog.columnsShown({ first: first + 1, last, total: columns.length })}</span>
          <Action
            weight="quiet"
            aria-label={tableDialog.nextColumns}
            isDisabled={last === columns.length}
            onPress={() => setPage(page + 1)}
          >
            <ChevronRight size={16} aria-hidden="true" />
          </Action>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and is to scroll with the keyboard as well. */}
      <section className={styles.scroll} tabIndex={0} aria-label={tableDialog.firstRows}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                <span className="visually-hidden">{tableDialog.row}</span>
              </th>
              {shown.map((column, i) => (
                <ColumnHead
                  key={column.name}
                  column={column}
                  role={roleOf(first + i, question)}
                  typeOptions={typeOptions}
                  onType={(type) => onChange({ kind: "type", column: first + i, type })}
                />
              ))}
            </tr>
          </thead>
          {late && <RowsAbove preview={late} first={first} last={last} onChange={onChange} />}
          {late &&
            Array.from({ length: Math.ceil(drawn / rowsAtOnce) }, (_, block) => (
              <Rows
                // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a table stay in their order.
                key={block}
                preview={late}
                from={block * rowsAtOnce}
                first={first}
                last={last}
                onChange={onChange}
              />
            ))}
        </table>
      </section>
      {rows.length < rowCount && (
        <p className={`${text.hint} ${styles.note}`}>
          {tableDialog.rowsShown({ shown: rows.length, total: rowCount })}
        </p>
      )}
    </div>
  );
}

interface ColumnHeadProps {
  readonly column: ColumnPreview;
  readonly role: ColumnRole;
  readonly typeOptions: readonly TypeOption[];
  readonly onType: (type: ColumnPreview["type"]) => void;
}

function ColumnHead({ column, role, typeOptions, onType }: ColumnHeadProps) {
  const words = useAllWords();
  const { tableDialog } = words;
  const { missing, invalid } = column;
  const content = contentInWords(words, column);
  return (
    <th scope="col" className={styles.head} data-role={role}>
      <div className={`${text.line} ${styles.name}`} title={column.name}>
        {column.name}
      </div>
      <div className={`${text.hint} ${text.line} ${styles.role}`}>{tableDialog.roles[role]}</div>
      <SelectField
        layout="compact"
        label={tableDialog.typeOf({ column: column.name })}
        value={typeKey(column.type)}
        options={typeOptions}
        onChange={(key) => {
          const option = typeOptions.find(({ value }) => value === key);
          if (option) onType(option.type);
        }}
      />
      <div className={`${text.hint} ${text.line} ${styles.content}`} title={content}>
        {content}
      </div>
      <div className={`${text.hint} ${text.line} ${missing + invalid > 0 ? styles.flaws : ""}`}>
        {tableDialog.flaws({ missing, invalid })}
      </div>
    </th>
  );
}

interface RowsProps {
  readonly preview: TablePreview;
  /** The columns that are shown; the second is the one after them. */
  readonly first: number;
  readonly last: number;
  readonly onChange: (change: TableChange) => void;
}

/** What stands above the table. */
const RowsAbove = memo(function RowsAbove({ preview, first, last, onChange }: RowsProps) {
  const { format, head } = preview;
  const columns = preview.columns.slice(first, last);
  const namedBy = hasNameRows(format) ? namesOfRow(onChange) : null;
  return (
    <tbody>
      {head.slice(0, format.skipped).map(({ number, cells }, r) => (
        <tr key={number}>
          <RowHead number={number} onPress={namedBy?.(r)} />
          {columns.map(({ name }, c) => (
            <td key={name} className={styles.cell} data-state="above" title={cells[first + c]}>
              {cells[first + c]}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
});

/** Cells are many, and change only with the table. */
const Rows = memo(function Rows(props: RowsProps & { readonly from: number }) {
  const { from, first, last, onChange } = props;
  const { rows, rowNumbers, format, filter, even } = props.preview;
  const columns = props.preview.columns.slice(first, last);
  const { tableDialog } = useAllWords();
  const stateOf = columns.map(({ type }) => {
    const value = cellValue(type, format);
    return (cell: string) => {
      const found = value(cell);
      if (Number.isNaN(found)) return "missing";
      return found === null || !Number.isFinite(found) ? "invalid" : "plain";
    };
  });
  // With rows left out in between, those above are not the ones that the file has above.
  const isWhole = even === null && (filter === null || filter.kept === filter.of);
  const namedBy = isWhole && hasNameRows(format) ? namesOfRow(onChange) : null;
  const firstRow = format.skipped + (format.header ? format.headerRows : 0) + from;
  const numbers = rowNumbers.slice(from, from + rowsAtOnce);
  return (
    <tbody>
      {rows.slice(from, from + rowsAtOnce).map((cells, r) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: of even steps, several may bear the number of one row.
        <tr key={from + r}>
          <RowHead number={numbers[r]} onPress={namedBy?.(firstRow + r)} />
          {columns.map(({ name, type }, c) => {
            const cell = cells[first + c];
            const state = stateOf[c](cell);
            return (
              <td key={name} className={styles.cell} data-kind={type.kind} data-state={state} title={cell}>
                {state === "missing" && cell.trim() === "" ? <Missing said={tableDialog.missing} /> : cell}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
});

/** What a press on the number of a row does: it has the names of the columns from then on. */
const namesOfRow = (onChange: (change: TableChange) => void) => (skipped: number) => () =>
  onChange({ kind: "format", format: { header: true, skipped, headerRows: 1 } });

interface RowHeadProps {
  readonly number: number;
  readonly onPress: (() => void) | undefined;
}

/** Not among what the keyboard reaches one after the other: the select above does the same. */
function RowHead({ number, onPress }: RowHeadProps) {
  const { tableDialog, formats } = useAllWords();
  const words = formats.count(number);
  return (
    <th scope="row" className={styles.number}>
      {onPress ? (
        <button
          type="button"
          tabIndex={-1}
          className={styles.take}
          title={tableDialog.takeNamesFrom({ row: number })}
          onClick={onPress}
        >
          {words}
        </button>
      ) : (
        words
      )}
    </th>
  );
}

const Missing = ({ said }: { readonly said: string }) => (
  <>
    <span aria-hidden="true">–</span>
    <span className="visually-hidden">{said}</span>
  </>
);
