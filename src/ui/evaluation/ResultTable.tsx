/** What was measured, the network first and beside it what needs none. Where columns begin, all of it is copied for a spreadsheet. */
import { Copy } from "lucide-react";
import { message } from "../../words/message";
import { Action } from "../controls/Action";
import { copyToClipboard } from "../copyToClipboard";
import table from "../styles/table.module.css";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import styles from "./ResultTable.module.css";

export interface ResultRow {
  readonly name: string;
  readonly values: readonly string[];
  /** Of the network itself. */
  readonly own?: boolean;
}

interface ResultTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly ResultRow[];
}

export function ResultTable({ caption, columns, rows }: ResultTableProps) {
  return (
    <div className={`${table.scroll} ${styles.scroll}`}>
      <table className={`${table.table} ${styles.table}`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td className={styles.corner}>
              <CopyTable columns={columns} rows={rows} />
            </td>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values, own }) => (
            <tr key={name} className={own ? styles.own : undefined}>
              <th scope="row">{name}</th>
              {values.map((value, column) => (
                <td key={columns[column]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** As rows of cells between tabs, which spreadsheets take apart. */
function CopyTable({ columns, rows }: Omit<ResultTableProps, "caption">) {
  const { takeAlong: words } = useAllWords();
  const store = usePlaygroundStore();
  const copy = () => {
    const lines = [["", ...columns], ...rows.map(({ name, values }) => [name, ...values])];
    const plain = (cell: string) => cell.replace(/[\t\r\n]+/g, " ");
    return copyToClipboard(store.getState(), lines.map((cells) => cells.map(plain).join("\t")).join("\n"), {
      copied: message("takeAlong.tableCopied", { rows: rows.length }),
      notCopied: message("takeAlong.notCopied"),
    });
  };
  return (
    <Action weight="quiet" aria-label={words.copyTable} onPress={copy}>
      <Copy size={13} aria-hidden="true" />
    </Action>
  );
}
