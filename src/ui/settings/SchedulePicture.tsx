/** The learning rate over the run, and where the run is. */
import text from "../styles/text.module.css";
import { useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import styles from "./SchedulePicture.module.css";
import { type ScheduleCurve, scheduleCurve } from "./scheduleCurve";

const [width, height, margin] = [240, 56, 4];

export function SchedulePicture() {
  const { settings: words, formats } = useAllWords();
  const settings = useRun((run) => run.settings);
  const stepsPerEpoch = useRun((run) => run.summary?.stepsPerEpoch ?? 1);
  const now = useRun((run) => run.learningRate);
  const curve = scheduleCurve(settings, stepsPerEpoch);
  const { learningRate, decay } = settings;
  const inUse = now !== null && (curve !== null || decay === "plateau") && (
    <p className={text.hint}>{words.rateNow({ rate: Number(now.toPrecision(3)) })}</p>
  );
  if (curve === null) return inUse || null;
  const last = Number((learningRate * (curve.factors.at(-1) ?? 1)).toPrecision(2));
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={words.schedulePicture({ steps: curve.steps, highest: learningRate, last })}
      >
        <path className={styles.base} d={`M0 ${height - margin}H${width}`} />
        <path className={styles.curve} d={pathOf(curve)} />
        <Place curve={curve} />
      </svg>
      <figcaption className={styles.ends}>
        <span>{words.firstStep}</span>
        <span>{words.rateAtMost({ rate: learningRate })}</span>
        <span>{formats.count(curve.steps)}</span>
      </figcaption>
      {inUse}
    </figure>
  );
}

const x = (share: number) => Number((share * width).toFixed(1));
const y = (factor: number) => Number((height - margin - factor * (height - 2 * margin)).toFixed(1));

const pathOf = ({ factors }: ScheduleCurve) =>
  factors.map((factor, i) => `${i === 0 ? "M" : "L"}${x(i / (factors.length - 1))} ${y(factor)}`).join("");

/** Where the run is, as long as it is within the picture. */
function Place({ curve }: { readonly curve: ScheduleCurve }) {
  const step = useRun((run) => run.step);
  if (step < 1 || step > curve.steps) return null;
  const share = (step - 1) / (curve.steps - 1);
  const factor = curve.factors[Math.round(share * (curve.factors.length - 1))];
  return <circle className={styles.place} cx={x(share)} cy={y(factor)} r={3.5} />;
}
