/** Features over time, a line for each, with their names, units and values at the crosshair. */

import { type ReactNode, useMemo, useState } from "react";
import { useWords } from "../../words/useWords";
import { quantityText } from "../probe/quantityText";
import type { StageViewStore } from "../stageView";
import type { FeatureSequence } from "./inputShape";
import { LaneLabel } from "./LaneLabel";
import { StageLane } from "./StageLane";
import { TraceCanvas } from "./TraceCanvas";
import { type LegendEntry, TraceLegend } from "./TraceLegend";
import { sharedQuantity, traceBounds, traceLook } from "./traces";

interface LinesLaneProps extends FeatureSequence {
  readonly view: StageViewStore;
  /** Where it is not "reads". */
  readonly title?: string;
  /** The same in another way. */
  readonly picture?: ReactNode;
}

export function LinesLane({ view, input, steps, title, picture }: LinesLaneProps) {
  const { stage } = useWords();
  const [chosen, setChosen] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const chart = useMemo(() => chartOf({ input, steps }), [input, steps]);
  const count = input.features.length;
  const label = (
    <LaneLabel
      view={view}
      title={title ?? stage.reads}
      {...(!chart.isShared && !picture && { about: stage.ownScales })}
    >
      {picture}
      <TraceLegend
        view={view}
        label={stage.features}
        entries={chart.entries}
        chosen={chosen}
        onChoose={setChosen}
        onPoint={setPointed}
      />
    </LaneLabel>
  );
  return (
    <StageLane label={label}>
      <TraceCanvas
        view={view}
        label={stage.featureLines({ features: count, steps })}
        steps={steps}
        height={picture ? 180 : count > 4 ? 150 : 110}
        traces={chart.traces}
        bounds={chart.bounds}
        live={false}
        emphasised={pointed ?? chosen}
        ends={chart.ends}
      />
    </StageLane>
  );
}

function chartOf({ input, steps }: FeatureSequence) {
  const { features, values } = input;
  const I = features.length;
  const traces = features.map((quantity, i) => ({
    data: values,
    first: i,
    stride: I,
    quantity,
    look: traceLook(i),
    group: i,
    width: I > 12 ? 1.25 : 1.75,
  }));
  const entries: LegendEntry[] = features.map((quantity, i) => ({
    name: quantity.name,
    look: traceLook(i),
    value: ({ time }) => quantityText(quantity, values[time * I + i] ?? Number.NaN),
  }));
  const bounds = traceBounds(traces, steps);
  const shared = sharedQuantity(features);
  const inUnits = (scaled: number, of: typeof shared) => of && quantityText(of, scaled * of.scale + of.shift);
  const [upper, lower] = [inUnits(bounds.max, shared), inUnits(bounds.min, shared)];
  return {
    traces: () => traces,
    entries,
    bounds,
    ends: upper !== null && lower !== null ? ([upper, lower] as const) : null,
    isShared: shared !== null,
  };
}
