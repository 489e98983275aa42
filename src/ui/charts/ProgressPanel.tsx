/** How well the network predicts, over time and now. */
import { lazy, Suspense, useMemo, useState } from "react";
import type { Playground, PlaygroundStore } from "../../store/store";
import { Choice, type Option } from "../controls/Choice";
import { Panel } from "../controls/Panel";
import { chartRows } from "./chartRows";
import { MetricsTable } from "./MetricsTable";
import styles from "./ProgressPanel.module.css";
import { type QuantityName, quantities } from "./quantities";
import { useThrottledStore } from "./useThrottledStore";
import { valueTicks } from "./valueAxis";

// Recharts is the largest part of the page, and nothing waits for it.
const MetricChart = lazy(() => import("./MetricChart"));

/** A chart that moves more often cannot be read, and costs the training its time. */
const refreshMs = 500;

const measurements = ({ history, validation, latest, data }: Playground) => ({
  history,
  validation,
  latest,
  vocabularySize: data?.vocabulary.length ?? null,
});

const options: readonly Option<QuantityName>[] = [
  { value: "nats", label: quantities.nats.label },
  { value: "bits", label: quantities.bits.label },
  { value: "accuracy", label: quantities.accuracy.label },
];

export function ProgressPanel({ store }: { readonly store: PlaygroundStore }) {
  const { history, validation, latest, vocabularySize } = useThrottledStore(store, measurements, refreshMs);
  const [name, setName] = useState<QuantityName>("nats");
  const quantity = quantities[name];
  const rows = useMemo(
    () => chartRows(history.points, validation, quantity),
    [history, validation, quantity],
  );
  const ticks = useMemo(() => valueTicks(rows), [rows]);
  const chance = vocabularySize === null ? null : quantity.byChance(vocabularySize);
  const chanceInSight =
    chance !== null && chance >= ticks[0] && chance <= ticks[ticks.length - 1] ? chance : null;
  return (
    <Panel
      title="Loss and accuracy"
      aside={<Choice label="Show" labelHidden value={name} options={options} onChange={setName} />}
    >
      <p className={styles.axis}>{quantity.title}, by training step</p>
      <figure className={styles.chart} aria-label={quantity.title}>
        {rows.length === 0 ? (
          <p className={styles.empty}>Nothing measured yet. Train, and the curves begin here.</p>
        ) : (
          <Suspense fallback={<p className={styles.empty}>The chart is being loaded.</p>}>
            <MetricChart rows={rows} quantity={quantity} ticks={ticks} chance={chanceInSight} />
          </Suspense>
        )}
      </figure>
      <p className={styles.legend} aria-hidden="true">
        <span className={styles.train}>training</span>
        <span className={styles.validation}>validation</span>
        {chanceInSight !== null && <span className={styles.chance}>by chance</span>}
      </p>
      <MetricsTable
        bits={name === "bits"}
        train={latest}
        validation={validation[validation.length - 1] ?? null}
        vocabularySize={vocabularySize}
      />
    </Panel>
  );
}
