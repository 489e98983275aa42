/** One row of the stage: what it is and its value at the crosshair on the left, its heatmap on the right. */
import { useCallback, useId } from "react";
import { useStore } from "zustand";
import type { CellRow } from "../../cells/cellDescription";
import quantity from "../../styles/quantity.module.css";
import { useWords } from "../../words/useWords";
import { formatValue } from "../format";
import { LiveText } from "../probe/LiveText";
import type { StageView, StageViewStore } from "../stageView";
import { Heatmap } from "./Heatmap";
import styles from "./HeatmapRow.module.css";
import { InputHeatmap } from "./InputHeatmap";
import { Legend } from "./Legend";
import { rowCount, rowValue } from "./rows";
import { StageLane } from "./StageLane";

interface HeatmapRowProps {
  readonly view: StageViewStore;
  readonly row: CellRow;
  readonly steps: number;
  readonly units: number;
  /** CSS pixels of a unit, and what a lane of them has room for. */
  readonly height: number;
  readonly most: number;
  /** Of which layer it is, where there are several. */
  readonly layerName: string | null;
}

export function HeatmapRow({ view, row, steps, units, height, most, layerName }: HeatmapRowProps) {
  const { cells, stage } = useWords();
  const meaningId = useId();
  const rows = useStore(view, (now) => rowCount(row, now.layer, units));
  // The training step that the lanes show the difference to.
  const since = useStore(view, ({ change, changedSince }) => (change && changedSince?.step) ?? null);
  const isChange = since !== null;
  const value = useCallback(
    ({ layer, change, time, unit }: StageView) => layer && rowValue(change ?? layer, row, time, unit),
    [row],
  );
  const spoken = stage.heatmapLabel({
    name: cells.quantities[row.name],
    letter: row.id,
    layer: layerName,
    rows,
    of: row.of,
    steps,
  });
  const label = (
    <div className={`${quantity.quantity} ${styles.label}`} data-quantity={row.role}>
      <h3 className={styles.name}>
        {cells.quantities[row.name]} <i className={styles.letter}>{isChange ? "Δ" : row.id}</i>
      </h3>
      <LiveText
        view={view}
        className={styles.value}
        text={(now) =>
          row.of === "inputs" ? stage.mean({ value: formatValue(value(now), 2) }) : formatValue(value(now))
        }
      />
      <p className={styles.meaning} id={meaningId}>
        {isChange ? stage.changedSince({ step: since }) : cells.meanings[row.meaning]}
      </p>
      <div className={styles.legend}>
        <Legend key={String(isChange)} view={view} scale={isChange ? "change" : row.scale} value={value} />
      </div>
    </div>
  );
  return (
    <StageLane label={label}>
      {row.of === "inputs" ? (
        <InputHeatmap view={view} row={row} steps={steps} rows={rows} label={spoken} />
      ) : (
        <Heatmap
          view={view}
          row={row}
          steps={steps}
          units={units}
          height={height}
          most={most}
          label={spoken}
          describedBy={meaningId}
        />
      )}
    </StageLane>
  );
}
