/** How well the network predicts, over time and now. */

import { lazy, Suspense, useMemo, useState } from "react";
import type { Playground } from "../../store/store";
import { Choice } from "../controls/Choice";
import { Panel } from "../controls/Panel";
import legend from "../styles/legend.module.css";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { chartRows } from "./chartRows";
import { MetricsTable } from "./MetricsTable";
import { OverfittingNote } from "./OverfittingNote";
import styles from "./ProgressPanel.module.css";
import { type Quantity, type QuantityName, quantitiesOf } from "./quantities";
import { type Reference, referenceOf } from "./reference";
import { useThrottledStore } from "./useThrottledStore";
import { valueTicks } from "./valueAxis";

// Recharts is the largest part of the page. It is loaded when the gates are on show, and drawn empty until there is
// something to draw: its first rendering takes longer than a frame, and training is to find it done.
const MetricChart = lazy(() => import("./MetricChart"));

/** A chart that moves more often cannot be read, and costs the training its time. */
const refreshMs = 500;

const measurements = ({ history, validation, latest, data, settings, evaluated }: Playground) => ({
  history,
  validation,
  latest,
  data,
  settings,
  evaluated,
});

export function ProgressPanel() {
  const store = usePlaygroundStore();
  const { history, validation, latest, data, settings, evaluated } = useThrottledStore(
    store,
    measurements,
    refreshMs,
  );
  const gatesOnShow = usePlayground((state) => state.snapshot !== null);
  const [name, setName] = useState<QuantityName>("nats");
  const quantities = quantitiesOf(data);
  const quantity = quantities.find((one) => one.name === name) ?? quantities[0];
  const rows = useMemo(
    () => chartRows(history.points, validation, quantity),
    [history, validation, quantity],
  );
  const reference = useMemo(() => referenceOf(data, evaluated?.evaluation ?? null), [data, evaluated]);
  const ticks = useMemo(() => valueTicks(rows), [rows]);
  const line = reference && rows.length > 0 ? lineOf(reference, quantity) : null;
  const lineInSight = line !== null && line >= ticks[0] && line <= ticks[ticks.length - 1] ? line : null;
  return (
    <Panel
      title={quantities.length > 1 ? "Loss and accuracy" : "Loss"}
      {...(quantities.length > 1 && {
        aside: (
          <Choice
            label="Show"
            labelHidden
            value={quantity.name}
            options={quantities.map(({ name: value, label }) => ({ value, label }))}
            onChange={setName}
          />
        ),
      })}
    >
      <p className={text.hint}>{quantity.title}, by training step</p>
      <figure className={styles.chart} aria-label={quantity.title}>
        {gatesOnShow && (
          <Suspense>
            <MetricChart rows={rows} quantity={quantity} ticks={ticks} reference={lineInSight} />
          </Suspense>
        )}
        {rows.length === 0 && (
          <p className={`${text.quiet} ${styles.empty}`}>
            Nothing measured yet. Train, and the curves begin here.
          </p>
        )}
      </figure>
      <p className={legend.legend} aria-hidden="true">
        <span className={styles.train}>training</span>
        <span className={styles.validation}>validation</span>
        {lineInSight !== null && <span className={styles.reference}>{reference?.name}</span>}
      </p>
      <OverfittingNote train={history.points} validation={validation} remedies={settings} />
      <MetricsTable
        data={data}
        bits={quantity.name === "bits"}
        train={latest}
        validation={validation[validation.length - 1] ?? null}
        reference={reference}
      />
    </Panel>
  );
}

function lineOf({ loss, accuracy }: Reference, quantity: Quantity): number | null {
  if (quantity.name !== "accuracy") return quantity.of({ loss, accuracy: 0 });
  return accuracy === null ? null : quantity.of({ loss, accuracy });
}
