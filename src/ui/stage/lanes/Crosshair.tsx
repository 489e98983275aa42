/** The one crosshair, drawn over a plot of `steps` columns and `units` rows by moving two thin frames. */
import { useRef } from "react";
import type { StageViewStore } from "../stageView";
import { useLive } from "../useLive";
import styles from "./Crosshair.module.css";

interface CrosshairProps {
  readonly view: StageViewStore;
  readonly steps: number;
  /** How many rows of units the plot has, or null where only time is marked. */
  readonly units: number | null;
}

export function Crosshair({ view, steps, units }: CrosshairProps) {
  const column = useRef<HTMLDivElement>(null);
  const row = useRef<HTMLDivElement>(null);
  const pointed = useRef<HTMLDivElement>(null);
  useLive(view, ({ time, unit, selectedUnit, order }) => {
    // A frame is one cell wide, so 100 % of itself is one cell.
    if (column.current) column.current.style.transform = `translateX(${time * 100}%)`;
    if (row.current) row.current.style.transform = `translateY(${(order.rows[selectedUnit] ?? 0) * 100}%)`;
    if (!pointed.current) return;
    pointed.current.style.transform = `translateY(${(order.rows[unit] ?? 0) * 100}%)`;
    pointed.current.hidden = unit === selectedUnit;
  });
  return (
    <div className={styles.layer} aria-hidden="true">
      <div ref={column} className={styles.column} style={{ width: `${100 / steps}%` }} />
      {units !== null && (
        <>
          <div ref={pointed} className={styles.pointed} style={{ height: `${100 / units}%` }} />
          <div ref={row} className={styles.row} style={{ height: `${100 / units}%` }} />
        </>
      )}
    </div>
  );
}
