/** How well the network predicts, over time and now. */

import { useMemo, useRef, useState } from "react";
import { shownRun } from "../../store/runs";
import type { Playground } from "../../store/store";
import { Choice } from "../controls/Choice";
import { Panel } from "../controls/Panel";
import { FaultBoundary } from "../faults/FaultBoundary";
import { lazyPart } from "../lazyPart";
import legend from "../styles/legend.module.css";
import text from "../styles/text.module.css";
import { SavePicture } from "../takeAlong/SavePicture";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import { chartRows } from "./chartRows";
import { MetricsTable } from "./MetricsTable";
import { type Measure, type MeasureName, measuresOf } from "./measures";
import { OverfittingNote } from "./OverfittingNote";
import styles from "./ProgressPanel.module.css";
import { type Reference, referenceOf } from "./reference";
import { ShownStep } from "./ShownStep";
import { useShownCurves } from "./useShownCurves";
import { useThrottledStore } from "./useThrottledStore";
import { valueTicks } from "./valueAxis";

// Recharts is the largest part of the page. It is loaded when the gates are on show, and drawn empty until there is
// something to draw: its first rendering takes longer than a frame, and training is to find it done.
const MetricChart = lazyPart(async () => (await import("./MetricChart")).MetricChart);

/** A chart that moves more often cannot be read, and costs the training its time. */
const refreshMs = 500;

function measurements(state: Playground) {
  const { id, history, validation, latest, settings, evaluated, training } = shownRun(state);
  return { id, history, validation, latest, data: state.data, settings, evaluated, training };
}

export function ProgressPanel() {
  const say = useSay();
  const { charts } = useAllWords();
  const store = usePlaygroundStore();
  const { id, history, validation, latest, data, settings, evaluated, training } = useThrottledStore(
    store,
    measurements,
    refreshMs,
  );
  const gatesOnShow = useRun((run) => run.snapshot !== null);
  const [name, setName] = useState<MeasureName>("nats");
  const measures = useMemo(() => measuresOf(data), [data]);
  const measure = measures.find((one) => one.name === name) ?? measures[0];
  const measured = useMemo(() => {
    const rows = chartRows(history.points, validation, measure);
    return { runId: id, measure, rows, ticks: valueTicks(rows), training };
  }, [id, history, validation, measure, training]);
  const { rows, ticks } = useShownCurves(measured);
  const reference = useMemo(() => referenceOf(data, evaluated?.evaluation ?? null), [data, evaluated]);
  const line = reference && rows.length > 0 ? lineOf(reference, measure) : null;
  const title = say(measure.title);
  const lineInSight = line !== null && line >= ticks[0] && line <= ticks[ticks.length - 1] ? line : null;
  const picture = useRef<HTMLDivElement>(null);
  return (
    <Panel
      title={measures.some((one) => one.name === "accuracy") ? charts.lossAndAccuracy : charts.loss}
      {...(measures.length > 1 && {
        aside: (
          <Choice
            label={charts.show}
            labelHidden
            value={measure.name}
            options={measures.map(({ name: value }) => ({ value, label: charts[value] }))}
            onChange={setName}
          />
        ),
      })}
    >
      <p className={text.hint}>{charts.byStep({ title })}</p>
      <div ref={picture}>
        <figure className={styles.chart} aria-label={title}>
          {gatesOnShow && (
            <FaultBoundary what="chart">
              <MetricChart rows={rows} measure={measure} ticks={ticks} reference={lineInSight} />
            </FaultBoundary>
          )}
          <ShownStep rows={rows} />
          {rows.length === 0 && <p className={`${text.quiet} ${styles.empty}`}>{charts.empty}</p>}
        </figure>
        <p className={legend.legend} aria-hidden="true">
          <span className={styles.train}>{charts.training}</span>
          <span className={styles.validation}>{charts.validation}</span>
          {reference && lineInSight !== null && (
            <span className={styles.reference}>{charts.references[reference.name]}</span>
          )}
        </p>
        {rows.length > 0 && <SavePicture of={picture} title={title} />}
      </div>
      <OverfittingNote train={history.points} validation={validation} remedies={settings} />
      <MetricsTable
        data={data}
        bits={measure.name === "bits"}
        isSmoothed={settings.labelSmoothing > 0}
        train={latest}
        validation={validation[validation.length - 1] ?? null}
        reference={reference}
      />
    </Panel>
  );
}

function lineOf({ loss, accuracy }: Reference, measure: Measure): number | null {
  if (measure.name !== "accuracy") return measure.of({ loss, accuracy: 0 });
  return accuracy === null ? null : measure.of({ loss, accuracy });
}
