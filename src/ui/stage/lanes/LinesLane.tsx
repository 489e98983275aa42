/** Features over time, a line for each, with their names, units and values at the crosshair. */

import { type ReactNode, useCallback, useMemo, useState } from "react";
import { useWords } from "../../words/useWords";
import type { StageViewStore } from "../stageView";
import { featureChart } from "./featureChart";
import type { FeatureSequence } from "./inputShape";
import { LaneLabel } from "./LaneLabel";
import { StageLane } from "./StageLane";
import { TraceCanvas } from "./TraceCanvas";
import { TraceLegend } from "./TraceLegend";

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
  const chart = useMemo(() => featureChart({ input, steps }), [input, steps]);
  const traces = useCallback(() => chart.traces, [chart]);
  const count = input.features.length;
  const label = (
    <LaneLabel
      view={view}
      title={title ?? stage.reads}
      {...(!chart.ends && !picture && { about: stage.ownScales })}
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
        traces={traces}
        bounds={chart.bounds}
        live={false}
        emphasised={pointed ?? chosen}
        ends={chart.ends}
      />
    </StageLane>
  );
}
