/** One row of the stage: what it is and its value at the crosshair on the left, its heatmap on the right. */
import { useCallback, useId } from "react";
import { useStore } from "zustand";
import { formatValue } from "../format";
import { LiveText } from "../probe/LiveText";
import type { StageView, StageViewStore } from "../stageView";
import { Heatmap } from "./Heatmap";
import styles from "./HeatmapRow.module.css";
import { Legend } from "./Legend";
import { rowCount, rowValue, type StageRow } from "./rows";
import { StageLane } from "./StageLane";

interface HeatmapRowProps {
  readonly view: StageViewStore;
  readonly row: StageRow;
  readonly steps: number;
  readonly units: number;
}

export function HeatmapRow({ view, row, steps, units }: HeatmapRowProps) {
  const meaningId = useId();
  const rows = useStore(view, (now) => rowCount(row, now.snapshot, units));
  const value = useCallback(
    ({ snapshot, time, unit }: StageView) => snapshot && rowValue(snapshot, row, time, unit),
    [row],
  );
  const label = (
    <div className={styles.label} data-quantity={row.role}>
      <h3 className={styles.name}>
        {row.name} <i className={styles.letter}>{row.id}</i>
      </h3>
      <LiveText
        view={view}
        className={styles.value}
        text={(now) => `${row.of === "inputs" ? "mean " : ""}${formatValue(value(now))}`}
      />
      <p className={styles.meaning} id={meaningId}>
        {row.meaning}
      </p>
      <div className={styles.legend}>
        <Legend view={view} scale={row.scale} value={value} />
      </div>
    </div>
  );
  return (
    <StageLane label={label}>
      <Heatmap view={view} row={row} steps={steps} units={units} rows={rows} describedBy={meaningId} />
    </StageLane>
  );
}
