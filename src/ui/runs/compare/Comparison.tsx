/** Kept runs beside each other: their losses over each other, what differs between their settings, and what they have come to. */
import { type CSSProperties, useMemo, useState } from "react";
import { Choice } from "../../controls/Choice";
import { FaultBoundary } from "../../faults/FaultBoundary";
import { lazyPart } from "../../lazyPart";
import legend from "../../styles/legend.module.css";
import note from "../../styles/note.module.css";
import text from "../../styles/text.module.css";
import { useAllWords, useSay } from "../../words/useWords";
import type { RunRow } from "../runRows";
import styles from "./Comparison.module.css";
import { type AxisName, axisNames, comparedCurves, type LossName, lossNames } from "./comparedCurve";
import { type ComparedGroup, type ComparedRun, comparisonOf } from "./comparison";
import { Differences } from "./Differences";
import { strokeOf } from "./runStroke";

const ComparisonChart = lazyPart(async () => (await import("./ComparisonChart")).ComparisonChart);

interface ComparisonProps {
  readonly rows: readonly RunRow[];
  /** A verdict beside it has said already by what losses are not measured alike. */
  readonly isJudged?: boolean;
}

export function Comparison({ rows, isJudged = false }: ComparisonProps) {
  const { compare, charts } = useAllWords();
  const [loss, setLoss] = useState<LossName>("training");
  const [axis, setAxis] = useState<AxisName>("step");
  const comparison = useMemo(() => comparisonOf(rows), [rows]);
  const { groups, runs } = comparison;
  return (
    <section className={styles.comparison} aria-label={compare.title}>
      <div className={styles.choices}>
        <Choice
          label={compare.loss}
          value={loss}
          options={lossNames.map((value) => ({ value, label: charts[value] }))}
          onChange={setLoss}
        />
        <Choice
          label={compare.by}
          value={axis}
          options={axisNames.map((value) => ({ value, label: compare.axes[value] }))}
          onChange={setAxis}
        />
      </div>
      {axis === "seconds" && <p className={text.hint}>{compare.secondsHint}</p>}
      {axis === "flop" && <p className={text.hint}>{compare.flopHint}</p>}
      {groups.length > 1 && <p className={note.note}>{compare.otherData}</p>}
      {groups.map((group) => (
        <Curves
          key={group.runs[0].row.id}
          group={group}
          isNamed={groups.length > 1}
          isJudged={isJudged}
          loss={loss}
          axis={axis}
        />
      ))}
      <Legend runs={runs} />
      <Differences comparison={comparison} />
    </section>
  );
}

interface CurvesProps {
  readonly group: ComparedGroup;
  /** Whether there are others. */
  readonly isNamed: boolean;
  readonly isJudged: boolean;
  readonly loss: LossName;
  readonly axis: AxisName;
}

function Curves({ group: { runs, dataName, unlike }, isNamed, isJudged, loss, axis }: CurvesProps) {
  const { compare } = useAllWords();
  const say = useSay();
  const curves = useMemo(
    () =>
      comparedCurves(
        runs.map(({ row }) => row.record),
        loss,
        axis,
      ),
    [runs, loss, axis],
  );
  const title = compare.chart({ loss, nats: runs.every(({ row }) => row.isInNats) });
  const absent = runs.filter((_, i) => !curves[i]?.length).map(({ row }) => say(row.name));
  return (
    <>
      {isNamed && <h3 className={text.heading}>{say(dataName)}</h3>}
      <p className={text.hint}>{title}</p>
      <figure className={styles.chart} aria-label={isNamed ? `${title} · ${say(dataName)}` : title}>
        {curves.some((points) => points && points.length > 0) && (
          <FaultBoundary what="chart">
            <ComparisonChart runs={runs} curves={curves} axis={axis} loss={loss} title={title} />
          </FaultBoundary>
        )}
      </figure>
      {unlike && !isJudged && <p className={note.note}>{compare.unlikeMeasured({ by: unlike })}</p>}
      {absent.length > 0 && <p className={text.hint}>{compare.absent({ names: absent })}</p>}
    </>
  );
}

function Legend({ runs }: { readonly runs: readonly ComparedRun[] }) {
  const say = useSay();
  return (
    <p className={legend.legend} aria-hidden="true">
      {runs.map(({ number, row }) => {
        const { colour, dashes } = strokeOf(number);
        const style: CSSProperties & Record<"--stroke", string> = {
          "--stroke": `2px ${dashes ? "dashed" : "solid"} ${colour}`,
        };
        return (
          <span key={row.id} style={style}>
            {say(row.name)}
          </span>
        );
      })}
    </p>
  );
}
