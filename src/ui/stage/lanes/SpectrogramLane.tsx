/** Sound as its frames over time: low frequencies below, brighter is louder, on a scale that is the same for all examples. */
import { useCallback, useMemo } from "react";
import { useSay, useWords } from "../../words/useWords";
import { formatValue } from "../format";
import { colourScale, withBounds } from "../paint/colourScale";
import { PictureCanvas } from "../paint/PictureCanvas";
import { paintPlane, upwards } from "../paint/paintPlane";
import type { StageView, StageViewStore } from "../stageView";
import type { FeatureSequence } from "./inputShape";
import { LaneLabel } from "./LaneLabel";
import { Legend } from "./Legend";
import { loudnessBounds } from "./loudnessBounds";
import { StageLane } from "./StageLane";

interface SpectrogramLaneProps extends FeatureSequence {
  readonly view: StageViewStore;
}

export function SpectrogramLane({ view, input, steps }: SpectrogramLaneProps) {
  const say = useSay();
  const { stage } = useWords();
  const { features, values, display } = input;
  const I = features.length;
  const secondsPerStep = display.kind === "spectrogram" ? display.secondsPerStep : 0;
  const bounds = useMemo(() => loudnessBounds(features), [features]);
  const paint = useCallback(
    (image: ImageData, { theme }: StageView) => {
      const scale = withBounds(colourScale("power", theme), bounds.min, bounds.max);
      paintPlane(image, { data: values, first: 0, stride: I }, scale, upwards(steps, I));
    },
    [values, I, steps, bounds],
  );
  const loudest = useCallback(
    ({ time }: StageView) => loudestAt(values, I, time)?.value ?? null,
    [values, I],
  );
  const text = ({ time }: StageView) => {
    const found = loudestAt(values, I, time);
    const seconds = formatValue(time * secondsPerStep, 2);
    return stage.soundStep({ seconds, band: found && say(features[found.band].name) });
  };
  const unit = features[0]?.unit ?? null;
  const label = (
    <LaneLabel view={view} title={stage.hears} about={stage.soundAbout({ unit })} text={text}>
      <Legend view={view} scale="power" bounds={bounds} value={loudest} />
    </LaneLabel>
  );
  return (
    <StageLane label={label}>
      <PictureCanvas
        view={view}
        label={stage.spectrogram({
          bands: I,
          frames: steps,
          seconds: formatValue(steps * secondsPerStep, 2),
        })}
        steps={steps}
        rows={I}
        height={Math.min(160, Math.max(110, 3 * I))}
        paint={paint}
        live={false}
      />
    </StageLane>
  );
}

function loudestAt(
  values: ArrayLike<number>,
  I: number,
  time: number,
): { readonly band: number; readonly value: number } | null {
  const start = time * I;
  if (start + I > values.length || I === 0) return null;
  let band = 0;
  for (let i = 1; i < I; i++) if (values[start + i] > values[start + band]) band = i;
  return { band, value: values[start + band] };
}
