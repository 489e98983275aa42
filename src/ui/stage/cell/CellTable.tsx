/** The equations of a cell, one for each of its rows, and this unit's numbers at this step. */
import { useCallback } from "react";
import { useStore } from "zustand";
import type { CellName } from "../../../session/settings";
import { type CellDescription, type CellRow, equationOf } from "../../cells/cellDescription";
import { cellDescriptions } from "../../cells/registry";
import quantity from "../../styles/quantity.module.css";
import { useAllWords } from "../../words/useWords";
import { formatValue } from "../format";
import { LiveText } from "../probe/LiveText";
import type { StageView, StageViewStore } from "../stageView";
import styles from "./CellTable.module.css";
import { Typeset } from "./Typeset";

interface CellTableProps {
  readonly view: StageViewStore;
  readonly cell: CellName;
}

export function CellTable({ view, cell }: CellTableProps) {
  const { diagram, settings } = useAllWords();
  const description = cellDescriptions[cell];
  const computed = Object.keys(description.nodes);
  const rows = description.rows.toSorted((a, b) => computed.indexOf(a.id) - computed.indexOf(b.id));
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        {diagram.tableAbout({ cell: settings.choices.cell[cell].label })}
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.what}>
            {diagram.part}
          </th>
          <th scope="col" className={styles.equation}>
            {diagram.equationColumn}
          </th>
          <th scope="col">{diagram.before}</th>
          <th scope="col">{diagram.now}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={`${cell} ${row.id}`} view={view} nodes={description.nodes} row={row} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly view: StageViewStore;
  readonly nodes: CellDescription["nodes"];
  readonly row: CellRow;
}

/** The node of a state as it was before the step. */
const nodeBefore = (nodes: CellDescription["nodes"], state: string): string | undefined =>
  Object.keys(nodes).find((id) => {
    const { source } = nodes[id];
    return source?.kind === "oldState" && source.name === state;
  });

const numberOf = ({ cell }: StageView, id: string) => formatValue(cell?.of[id] ?? null);

function Row({ view, nodes, row }: RowProps) {
  const { cells, diagram } = useAllWords();
  const reverse = useStore(view, ({ layer }) => layer?.reverse ?? false);
  // Only states are carried from one step to the next.
  const idBefore = row.from === "states" ? nodeBefore(nodes, row.id) : undefined;
  const now = useCallback((shown: StageView) => numberOf(shown, row.id), [row]);
  const before = useCallback((shown: StageView) => numberOf(shown, idBefore ?? ""), [idBefore]);
  return (
    <tr className={quantity.quantity} data-quantity={row.role}>
      <th scope="row" className={styles.what}>
        <span className={styles.name}>
          {cells.quantities[row.name]} <i>{row.id}</i>
        </span>
        {row.of === "inputs" && <span className={styles.note}>{diagram.meanOfInputs}</span>}
      </th>
      <td className={styles.equation}>
        <Typeset tex={equationOf(nodes[row.id], reverse)} />
      </td>
      <td>{idBefore !== undefined && <LiveText view={view} text={before} />}</td>
      <td>
        <LiveText view={view} text={now} />
      </td>
    </tr>
  );
}
