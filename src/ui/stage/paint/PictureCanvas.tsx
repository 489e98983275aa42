/** A picture whose one axis is time, as wide as all lanes, with the one crosshair: one pixel a column and row. */
import { useEffectEvent, useLayoutEffect, useRef } from "react";
import { Crosshair } from "../lanes/Crosshair";
import type { StageView, StageViewStore } from "../stageView";
import { useLive } from "../useLive";
import { usePointing } from "../usePointing";
import { hasNewPicture } from "./hasNewPicture";
import styles from "./PictureCanvas.module.css";
import { paintCanvas } from "./paintCanvas";
import picture from "./plot.module.css";
import { useRedraw } from "./useRedraw";

interface PictureCanvasProps {
  readonly view: StageViewStore;
  /** What it shows, for those who do not see it. */
  readonly label: string;
  readonly steps: number;
  readonly rows: number;
  /** CSS pixels. */
  readonly height: number;
  /** Fills the whole image, `steps` by `rows`. */
  readonly paint: (image: ImageData, view: StageView) => void;
  /** Whether it changes with every snapshot, or with the sequence only. */
  readonly live: boolean;
}

export function PictureCanvas(props: PictureCanvasProps) {
  const { view, label, steps, rows, height, paint, live } = props;
  const plot = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const image = useRef<ImageData>(null);
  usePointing(plot, steps);
  const draw = (now: StageView) =>
    paintCanvas(canvas.current, image, steps, rows, now.snapshot && ((pixels) => paint(pixels, now)));
  useLive(view, (now, before) => {
    if (before === null || hasNewPicture(now, before, live)) draw(now);
  });
  const redraw = useEffectEvent(draw);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what `redraw` draws
  useLayoutEffect(() => redraw(view.getState()), [view, paint, steps, rows]);
  useRedraw(canvas, () => draw(view.getState()));
  return (
    <div
      ref={plot}
      className={`${picture.plot} ${styles.plot}`}
      style={{ height }}
      role="img"
      aria-label={label}
    >
      <canvas ref={canvas} className={`${picture.canvas} ${picture.pixels}`} />
      <Crosshair view={view} steps={steps} units={null} />
    </div>
  );
}
