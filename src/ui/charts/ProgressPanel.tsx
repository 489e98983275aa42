/** How well the network predicts, over time and now. */
import { lazy, Suspense, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { Playground, PlaygroundStore } from "../../store/store";
import { Choice, type Option } from "../controls/Choice";
import { Panel } from "../controls/Panel";
import { chartRows } from "./chartRows";
import { MetricsTable } from "./MetricsTable";
import styles from "./ProgressPanel.module.css";
import { type QuantityName, quantities } from "./quantities";
import { useThrottledStore } from "./useThrottledStore";
import { valueTicks } from "./valueAxis";

// Recharts is the largest part of the page. It is loaded when the gates are on show, and drawn empty until there is
// something to draw: its first rendering takes longer than a frame, and training is to find it done.
const MetricChart = lazy(() => import("./MetricChart"));

/** A chart that moves more often cannot be read, and costs the training its time. */
const refreshMs = 500;

const measurements = ({ history, validation, latest, data }: Playground) => ({
  history,
  validation,
  latest,
  vocabularySize: data?.kind === "text" ? data.vocabulary.length : null,
});

const options: readonly Option<QuantityName>[] = [
  { value: "nats", label: quantities.nats.label },
  { value: "bits", label: quantities.bits.label },
  { value: "accuracy", label: quantities.accuracy.label },
];

export function ProgressPanel({ store }: { readonly store: PlaygroundStore }) {
  const { history, validation, latest, vocabularySize } = useThrottledStore(store, measurements, refreshMs);
  const gatesOnShow = useStore(store, (state) => state.snapshot !== null);
  const [name, setName] = useState<QuantityName>("nats");
  const quantity = quantities[name];
  const rows = useMemo(
    () => chartRows(history.points, validation, quantity),
    [history, validation, quantity],
  );
  const chance = vocabularySize === null ? null : quantity.byChance(vocabularySize);
  const ticks = useMemo(() => valueTicks(rows), [rows]);
  const chanceInSight =
    rows.length > 0 && chance !== null && chance >= ticks[0] && chance <= ticks[ticks.length - 1]
      ? chance
      : null;
  return (
    <Panel
      title="Loss and accuracy"
      aside={<Choice label="Show" labelHidden value={name} options={options} onChange={setName} />}
    >
      <p className={styles.axis}>{quantity.title}, by training step</p>
      <figure className={styles.chart} aria-label={quantity.title}>
        {gatesOnShow && (
          <Suspense>
            <MetricChart rows={rows} quantity={quantity} ticks={ticks} chance={chanceInSight} />
          </Suspense>
        )}
        {rows.length === 0 && (
          <p className={styles.empty}>Nothing measured yet. Train, and the curves begin here.</p>
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
