/** The numbers that the network answers over time, and what would be right, in the units of the data. */

import { useMemo, useState } from "react";
import { useWords } from "../../words/useWords";
import { answerText, answerTitle } from "../probe/answerWords";
import { quantityText } from "../probe/quantityText";
import type { StageView, StageViewStore } from "../stageView";
import type { NumbersShape } from "./answerShape";
import { LaneLabel } from "./LaneLabel";
import styles from "./NumbersLane.module.css";
import { StageLane } from "./StageLane";
import { TraceCanvas } from "./TraceCanvas";
import { type LegendEntry, TraceLegend } from "./TraceLegend";
import { boundsAround, sharedQuantity, type Trace, type TraceLook, traceLook } from "./traces";

interface NumbersLaneProps {
  readonly view: StageViewStore;
  readonly shape: NumbersShape;
  readonly steps: number;
  /** [T, O] */
  readonly came: ArrayLike<number>;
}

export function NumbersLane({ view, shape, steps, came }: NumbersLaneProps) {
  const words = useWords();
  const { stage } = words;
  const [chosen, setChosen] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const chart = useMemo(() => chartOf(shape, steps, came), [shape, steps, came]);
  const label = (
    <LaneLabel view={view} title={answerTitle(words, shape)} text={(now) => answerText(words, now, true)}>
      <p className={styles.key}>
        <span>
          <i className={styles.network} /> {stage.network}
        </span>
        <span>
          <i className={styles.truth} /> {shape.forecast ? stage.came : stage.right}
        </span>
      </p>
      {chart.shown > 1 && (
        <TraceLegend
          view={view}
          label={stage.numbers}
          entries={chart.entries}
          chosen={chosen}
          onChoose={setChosen}
          onPoint={setPointed}
        />
      )}
    </LaneLabel>
  );
  return (
    <StageLane label={label}>
      <TraceCanvas
        view={view}
        label={stage.numberLines({ numbers: chart.shown, steps })}
        steps={steps}
        height={110}
        traces={chart.traces}
        bounds={chart.bounds}
        live
        emphasised={pointed ?? chosen}
        ends={chart.ends}
      />
    </StageLane>
  );
}

const truthDash = [3, 3];

function chartOf(shape: NumbersShape, steps: number, came: ArrayLike<number>) {
  const { outputs, forecast } = shape;
  const O = outputs.length;
  // Of a forecast the row that comes next; the rows after it are in the panel below.
  const shown = forecast ? forecast.columns.length : O;
  const look = (i: number): TraceLook => traceLook(i);
  const lineOf = (data: ArrayLike<number>, i: number, dash: readonly number[] | null): Trace => ({
    data,
    first: i,
    stride: O,
    quantity: outputs[i],
    look: dash ? { ...look(i), dash } : look(i),
    group: i,
    width: dash ? 1.5 : 2,
  });
  const rights = outputs.slice(0, shown).map((_, i) => lineOf(came, i, truthDash));
  const traces = ({ snapshot }: StageView): readonly Trace[] => {
    const answer = snapshot?.answer;
    const values = answer?.kind === "numbers" && answer.values.length === steps * O ? answer.values : null;
    return rights.flatMap((right, i) => (values ? [right, lineOf(values, i, null)] : [right]));
  };
  const entries: LegendEntry[] = outputs.slice(0, shown).map((quantity, i) => ({
    name: quantity.name,
    look: look(i),
    value: ({ snapshot, time }) =>
      snapshot?.answer.kind === "numbers"
        ? quantityText(quantity, snapshot.answer.values[time * O + i] ?? Number.NaN)
        : "",
  }));
  const bounds = boundsAround(rights, steps);
  const shared = sharedQuantity(outputs.slice(0, shown));
  const ends = shared
    ? ([
        quantityText(shared, bounds.max * shared.scale + shared.shift),
        quantityText(shared, bounds.min * shared.scale + shared.shift),
      ] as const)
    : null;
  return { shown, traces, entries, bounds, ends };
}
