/** The hidden state of the unit on show at every step, as a strip of colours on the absolute scale: the ground of what is read. */
import { useRef } from "react";
import { newStatePlane } from "../../cells/layerPlanes";
import { colourScale } from "../paint/colourScale";
import { paintCells } from "../paint/paintCells";
import picture from "../paint/plot.module.css";
import { range } from "../paint/range";
import { useRedraw } from "../paint/useRedraw";
import type { StageView, StageViewStore } from "../stageView";
import { useLive } from "../useLive";
import styles from "./StateGround.module.css";

/** Whether the states on show are others, or have other colours. */
export const hasNewState = (now: StageView, before: StageView | null): boolean =>
  now.layer !== before?.layer || now.unit !== before?.unit || now.theme !== before?.theme;

interface StateGroundProps {
  readonly view: StageViewStore;
  readonly steps: number;
}

export function StateGround({ view, steps }: StateGroundProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const image = useRef<ImageData>(null);
  const draw = (now: StageView) => {
    const { layer, unit, theme } = now;
    const plane = layer && now.steps === steps ? newStatePlane(layer, "h") : null;
    const cells = { steps: range(steps), units: [unit] };
    paintCells(canvas.current, image, plane, colourScale("state", theme), cells);
  };
  useLive(view, (now, before) => {
    if (hasNewState(now, before)) draw(now);
  });
  useRedraw(canvas, () => draw(view.getState()));
  return <canvas ref={canvas} className={`${styles.ground} ${picture.pixels}`} />;
}
