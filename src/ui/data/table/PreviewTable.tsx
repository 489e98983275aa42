/** The first rows as they stand in the file, under what each column is: its type, which can be corrected, and what is in it. */

import { ChevronLeft, ChevronRight } from "lucide-react";
import { memo, useMemo, useState } from "react";
import { formatCount } from "../../../data/phrases";
import { cellValue } from "../../../data/table/cellValue";
import type { ColumnPreview, TableChange, TablePreview, TableQuestion } from "../../../data/table/tableTypes";
import { Action } from "../../controls/Action";
import { SelectField } from "../../controls/SelectField";
import text from "../../styles/text.module.css";
import { type ColumnRole, roleOf } from "./columnRoles";
import { contentInWords, flawsInWords, typeKey, typeOptions } from "./columnTypes";
import styles from "./PreviewTable.module.css";

/** More at once would make the page slow; the others are a press away. */
const columnsAtOnce = 30;

interface PreviewTableProps {
  readonly preview: TablePreview;
  readonly question: TableQuestion | null;
  readonly onChange: (change: TableChange) => void;
}

export function PreviewTable({ preview, question, onChange }: PreviewTableProps) {
  const { columns, rows, rowNumbers, format, rowCount } = preview;
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
            aria-label="Columns before"
            isDisabled={first === 0}
            onPress={() => setPage(page - 1)}
          >
            <ChevronLeft size={16} aria-hidden="true" />
          </Action>
          <span>
            Columns {formatCount(first + 1)} to {formatCount(last)} of {formatCount(columns.length)}
          </span>
          <Action
            weight="quiet"
            aria-label="Columns after"
            isDisabled={last === columns.length}
            onPress={() => setPage(page + 1)}
          >
            <ChevronRight size={16} aria-hidden="true" />
          </Action>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and is to scroll with the keyboard as well. */}
      <section className={styles.scroll} tabIndex={0} aria-label="First rows">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                <span className="visually-hidden">Row</span>
              </th>
              {shown.map((column, i) => (
                <ColumnHead
                  key={column.name}
                  column={column}
                  role={roleOf(first + i, question)}
                  onType={(type) => onChange({ kind: "type", column: first + i, type })}
                />
              ))}
            </tr>
          </thead>
          <Rows rows={rows} rowNumbers={rowNumbers} columns={shown} first={first} format={format} />
        </table>
      </section>
      {rows.length < rowCount && (
        <p className={`${text.hint} ${styles.note}`}>
          The first {formatCount(rows.length)} of {formatCount(rowCount)} rows.
        </p>
      )}
    </div>
  );
}

const roleNames: Readonly<Record<Exclude<ColumnRole, "unused">, string>> = {
  forecast: "to forecast",
  input: "input",
  time: "time",
  sequence: "sequence",
  label: "label",
  step: "step",
  text: "text",
};

interface ColumnHeadProps {
  readonly column: ColumnPreview;
  readonly role: ColumnRole;
  readonly onType: (type: ColumnPreview["type"]) => void;
}

function ColumnHead({ column, role, onType }: ColumnHeadProps) {
  const flaws = flawsInWords(column);
  return (
    <th scope="col" className={styles.head} data-role={role}>
      <div className={`${text.line} ${styles.name}`} title={column.name}>
        {column.name}
      </div>
      <div className={`${text.hint} ${text.line} ${styles.role}`}>
        {role === "unused" ? "not used" : roleNames[role]}
      </div>
      <SelectField
        layout="compact"
        label={`Type of ${column.name}`}
        value={typeKey(column.type)}
        options={typeOptions}
        onChange={(key) => {
          const option = typeOptions.find(({ value }) => value === key);
          if (option) onType(option.type);
        }}
      />
      <div className={`${text.hint} ${text.line} ${styles.content}`} title={contentInWords(column)}>
        {contentInWords(column)}
      </div>
      <div className={`${text.hint} ${text.line} ${flaws === null ? "" : styles.flaws}`}>
        {flaws ?? "none missing"}
      </div>
    </th>
  );
}

interface RowsProps extends Pick<TablePreview, "rows" | "rowNumbers" | "format"> {
  readonly columns: readonly ColumnPreview[];
  /** Of the columns. */
  readonly first: number;
}

/** Cells are many, and change only with the table. */
const Rows = memo(function Rows({ rows, rowNumbers, columns, first, format }: RowsProps) {
  const stateOf = columns.map(({ type }) => {
    const value = cellValue(type, format);
    return (cell: string) => {
      const found = value(cell);
      if (Number.isNaN(found)) return "missing";
      return found === null || !Number.isFinite(found) ? "invalid" : "plain";
    };
  });
  return (
    <tbody>
      {rows.map((cells, r) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the first rows of a file have no other identity
        <tr key={r}>
          <th scope="row" className={styles.number}>
            {formatCount(rowNumbers[r])}
          </th>
          {columns.map(({ name, type }, c) => {
            const cell = cells[first + c];
            const state = stateOf[c](cell);
            return (
              <td key={name} className={styles.cell} data-kind={type.kind} data-state={state} title={cell}>
                {state === "missing" && cell.trim() === "" ? <Missing /> : cell}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
});

const Missing = () => (
  <>
    <span aria-hidden="true">–</span>
    <span className="visually-hidden">missing</span>
  </>
);
