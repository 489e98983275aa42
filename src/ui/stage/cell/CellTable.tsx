/** A cell without a diagram: its equations, and this unit's numbers at this step. */
import { useCallback } from "react";
import type { CellName } from "../../../session/settings";
import { cellName } from "../../cellNames";
import { formatValue } from "../format";
import { rowPlane, rowValue, type StageRow, stageRows } from "../lanes/rows";
import { LiveText } from "../probe/LiveText";
import type { StageView, StageViewStore } from "../stageView";
import styles from "./CellTable.module.css";
import { type CellEquation, cellEquations } from "./cellEquations";
import { Typeset } from "./Typeset";

interface CellTableProps {
  readonly view: StageViewStore;
  readonly cell: Exclude<CellName, "gru">;
}

export function CellTable({ view, cell }: CellTableProps) {
  const found = cellEquations[cell].flatMap((equation) => {
    const row = stageRows[cell].find(({ id }) => id === equation.row);
    return row ? [{ equation, row }] : [];
  });
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        The equations of this cell ({cellName(cell)}). A prime marks what was before this step.
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.what}>
            part
          </th>
          <th scope="col" className={styles.equation}>
            equation
          </th>
          <th scope="col">before</th>
          <th scope="col">now</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ equation, row }) => (
          <Row key={`${cell} ${row.id}`} view={view} equation={equation} row={row} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly view: StageViewStore;
  readonly equation: CellEquation;
  readonly row: StageRow;
}

function Row({ view, equation, row }: RowProps) {
  const now = useCallback(
    ({ snapshot, time, unit }: StageView) =>
      formatValue(snapshot && rowPlane(snapshot, row) && rowValue(snapshot, row, time, unit)),
    [row],
  );
  // Only states are carried from one step to the next; before the first they are zero.
  const before = useCallback(
    ({ snapshot, time, unit }: StageView) =>
      formatValue(snapshot && (time === 0 ? 0 : rowValue(snapshot, row, time - 1, unit))),
    [row],
  );
  return (
    <tr data-quantity={row.role}>
      <th scope="row" className={styles.what}>
        <span className={styles.name}>
          {row.name} <i>{row.id}</i>
        </span>
        {row.of === "inputs" && <span className={styles.note}>mean of the inputs</span>}
      </th>
      <td className={styles.equation}>
        <Typeset tex={equation.tex} plain={equation.plain} />
      </td>
      <td>{row.from === "states" && <LiveText view={view} text={before} />}</td>
      <td>
        <LiveText view={view} text={now} />
      </td>
    </tr>
  );
}
