/** What was measured, the network first and beside it what needs none. Where columns begin, all of it is copied for a spreadsheet. */
import scroll from "../styles/scroll.module.css";
import table from "../styles/table.module.css";
import { CopyTable } from "../takeAlong/CopyTable";
import styles from "./ResultTable.module.css";

export interface ResultRow {
  readonly name: string;
  readonly values: readonly string[];
  /** Of the network itself. */
  readonly own?: boolean;
}

/** More are scrolled: fewer all stand there, however many lines their names take. */
const mostSeen = 12;

interface ResultTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly ResultRow[];
}

export function ResultTable({ caption, columns, rows }: ResultTableProps) {
  return (
    <div className={`${table.scroll} ${rows.length > mostSeen ? `${scroll.fading} ${styles.scroll}` : ""}`}>
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
