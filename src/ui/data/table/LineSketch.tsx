/** A few lines over their rows, to tell their shapes at a glance; what they are of stands beside it. */
import styles from "./LineSketch.module.css";

interface LineSketchProps {
  /** One or more; no value is NaN where there is none. */
  readonly lines: readonly (readonly number[])[];
}

const [width, height, inset] = [160, 56, 3];

export function LineSketch({ lines }: LineSketchProps) {
  const known = lines.flat().filter((value) => !Number.isNaN(value));
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const longest = Math.max(2, ...lines.map(({ length }) => length));
  const x = (row: number) => inset + (row / (longest - 1)) * (width - 2 * inset);
  const y = (value: number) => height - inset - ((value - low) / (high - low || 1)) * (height - 2 * inset);
  const pathOf = (values: readonly number[]) =>
    values
      .map((value, row) => {
        if (Number.isNaN(value)) return "";
        const isFirst = row === 0 || Number.isNaN(values[row - 1]);
        return `${isFirst ? "M" : "L"}${x(row).toFixed(1)} ${y(value).toFixed(1)}`;
      })
      .join("");
  return (
    <svg className={styles.sketch} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {lines.map((values, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other identity
        <path key={line} className={styles.line} data-line={line} d={pathOf(values)} />
      ))}
    </svg>
  );
}
