/** Features that are too many for lines: a row each, on a fixed scale of what the network reads. */
import { useCallback, useMemo } from "react";
import { useWords } from "../../words/useWords";
import { colourScale, withBounds } from "../paint/colourScale";
import { PictureCanvas } from "../paint/PictureCanvas";
import { paintPlane } from "../paint/paintPlane";
import type { StageView, StageViewStore } from "../stageView";
import { type FeatureSequence, scaledEnds, scaledPlane } from "./inputShape";
import { LaneLabel } from "./LaneLabel";
import { Legend } from "./Legend";
import { StageLane } from "./StageLane";

interface ManyFeaturesLaneProps extends FeatureSequence {
  readonly view: StageViewStore;
}

export function ManyFeaturesLane({ view, input, steps }: ManyFeaturesLaneProps) {
  const { stage } = useWords();
  const { features, values } = input;
  const I = features.length;
  const plane = useMemo(() => scaledPlane({ features, values }), [values, features]);
  const paint = useCallback(
    (image: ImageData, { theme }: StageView) =>
      paintPlane(image, plane, withBounds(colourScale("state", theme), scaledEnds.min, scaledEnds.max)),
    [plane],
  );
  const label = (
    <LaneLabel view={view} title={stage.reads} about={stage.featureRows({ features: I })}>
      <Legend view={view} scale="state" bounds={scaledEnds} value={nothing} />
    </LaneLabel>
  );
  return (
    <StageLane label={label}>
      <PictureCanvas
        view={view}
        label={stage.featureHeatmap({ features: I, steps })}
        steps={steps}
        rows={I}
        height={Math.min(160, Math.max(110, 2 * I))}
        paint={paint}
        live={false}
      />
    </StageLane>
  );
}

const nothing = () => null;
