/** Where the step of the past that the stage shows lies in the curves. */
import { frameOnShow } from "../../store/pastFrames";
import { usePlayground } from "../usePlaygroundStore";
import type { ChartRow } from "./chartRows";
import { plotSides } from "./plotSides";
import styles from "./ShownStep.module.css";
import { stepDomain } from "./valueAxis";

export function ShownStep({ rows }: { readonly rows: readonly ChartRow[] }) {
  const step = usePlayground((state) => frameOnShow(state)?.snapshot.step ?? null);
  if (step === null || rows.length === 0) return null;
  const [first, last] = stepDomain(rows);
  // The curves begin with the first step that was taken.
  const share = Math.max(0, Math.min(1, (step - first) / (last - first)));
  const { left, right } = plotSides;
  return (
    <div
      className={styles.mark}
      style={{ marginLeft: `calc(${left}px + (100% - ${left + right}px) * ${share})` }}
      data-shown-step={step}
      aria-hidden="true"
    />
  );
}
