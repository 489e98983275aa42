/** A picture whose steps are its rows or columns: drawn along time, and once more upright, with the present step marked. */
import { useCallback, useEffect, useEffectEvent, useRef } from "react";
import { useWords } from "../../words/useWords";
import { PictureCanvas } from "../paint/PictureCanvas";
import { paintCanvas } from "../paint/paintCanvas";
import { paintPixels } from "../paint/paintPixels";
import picture from "../paint/plot.module.css";
import { useRedraw } from "../paint/useRedraw";
import type { StageViewStore } from "../stageView";
import { useLive } from "../useLive";
import styles from "./ImageLane.module.css";
import { imageLayout, pixelAt } from "./imageLayout";
import type { FeatureSequence } from "./inputShape";
import { LaneLabel } from "./LaneLabel";
import { StageLane } from "./StageLane";

interface ImageLaneProps extends FeatureSequence {
  readonly view: StageViewStore;
}

export function ImageLane({ view, input, steps }: ImageLaneProps) {
  const { stage } = useWords();
  const layout = imageLayout(input);
  const { pixels, channels, stepsAre } = layout;
  const { values } = input;
  const paint = useCallback(
    (image: ImageData) => paintPixels(image, (x, y) => pixelAt(values, { pixels, channels }, x, y)),
    [values, pixels, channels],
  );
  const label = (
    <LaneLabel view={view} title={stage.reads} text={({ time }) => stage.imageStep({ stepsAre, step: time })}>
      <Upright view={view} input={input} steps={steps} />
    </LaneLabel>
  );
  return (
    <StageLane label={label}>
      <PictureCanvas
        view={view}
        label={stage.imageLane({ steps, stepsAre, pixels })}
        steps={steps}
        rows={pixels}
        height={Math.min(160, Math.max(110, 5 * pixels))}
        paint={paint}
        live={false}
      />
    </StageLane>
  );
}

/** As people see it. */
function Upright({ view, input, steps }: FeatureSequence & { readonly view: StageViewStore }) {
  const { stage } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const kept = useRef<ImageData>(null);
  const mark = useRef<HTMLDivElement>(null);
  const { pixels, channels, stepsAre } = imageLayout(input);
  const { values } = input;
  const byRows = stepsAre === "rows";
  const [width, height] = byRows ? [pixels, steps] : [steps, pixels];
  const draw = () => {
    const valueAt = (x: number, y: number) =>
      byRows ? pixelAt(values, { pixels, channels }, y, x) : pixelAt(values, { pixels, channels }, x, y);
    paintCanvas(canvas.current, kept, width, height, (image) => paintPixels(image, valueAt));
  };
  const redraw = useEffectEvent(draw);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what `redraw` draws
  useEffect(() => redraw(), [values, pixels, channels, byRows, width, height]);
  useRedraw(canvas, draw);
  useLive(view, ({ time }) => {
    if (mark.current) mark.current.style.transform = `translate${byRows ? "Y" : "X"}(${time * 100}%)`;
  });
  return (
    <div
      className={styles.upright}
      style={{ aspectRatio: `${width} / ${height}`, width: `${Math.min(1, width / height) * 112}px` }}
      role="img"
      aria-label={stage.image({ width, height })}
    >
      <canvas ref={canvas} className={`${picture.canvas} ${picture.pixels}`} />
      <div
        ref={mark}
        className={styles.mark}
        style={
          byRows ? { width: "100%", height: `${100 / steps}%` } : { width: `${100 / steps}%`, height: "100%" }
        }
      />
    </div>
  );
}
