/** A training loss as a line without axes: how it fell, not how far. */
import styles from "./RunsDialog.module.css";

const [width, height] = [72, 28];

export function Curve({ losses }: { readonly losses: readonly number[] }) {
  return (
    <svg className={styles.curve} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <polyline points={pointsOf(losses.filter(Number.isFinite))} />
    </svg>
  );
}

function pointsOf(losses: readonly number[]): string {
  const [least, most] = [Math.min(...losses), Math.max(...losses)];
  const x = (i: number) => (losses.length > 1 ? (i * width) / (losses.length - 1) : width / 2);
  const y = (loss: number) => 2 + (height - 4) * (most > least ? (most - loss) / (most - least) : 0.5);
  return losses.map((loss, i) => `${x(i).toFixed(1)},${y(loss).toFixed(1)}`).join(" ");
}
