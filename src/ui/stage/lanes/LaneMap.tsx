/** Where not all units and steps are in sight, a small picture of all of them, with a frame around those that are: it can be dragged. */
import { type PointerEvent, useRef } from "react";
import { useStore } from "zustand";
import { newStatePlane } from "../../cells/layerPlanes";
import { useWords } from "../../words/useWords";
import { colourScale } from "../paint/colourScale";
import { paintCells } from "../paint/paintCells";
import picture from "../paint/plot.module.css";
import { useRedraw } from "../paint/useRedraw";
import { fromBeginning, scrollTo } from "../readingDirection";
import type { StageView, StageViewStore } from "../stageView";
import { useLive } from "../useLive";
import styles from "./LaneMap.module.css";
import { laneHeight, samplesOfAll, showsAllSteps, topWithin, useLaneWindowStore } from "./laneWindow";
import { useLaneDraw } from "./useLaneDraw";

interface LaneMapProps {
  readonly view: StageViewStore;
  readonly steps: number;
  readonly units: number;
  /** CSS pixels of a unit. */
  readonly row: number;
  /** What a lane has room for. */
  readonly most: number;
}

export function LaneMap(props: LaneMapProps) {
  const hidesUnits = laneHeight(props.units, props.row, props.most) < props.units * props.row;
  const hidesSteps = useStore(useLaneWindowStore(), (now) => !showsAllSteps(now));
  // Of other steps or units it is another one, drawn from its beginning.
  return hidesUnits || hidesSteps ? <ShownMap key={`${props.steps} ${props.units}`} {...props} /> : null;
}

/** CSS pixels, where there is room for them. */
const [mapWidth, mapHeight] = [110, 30];

function ShownMap({ view, steps, units, row, most }: LaneMapProps) {
  const { stage } = useWords();
  const laneWindow = useLaneWindowStore();
  const canvas = useRef<HTMLCanvasElement>(null);
  const image = useRef<ImageData>(null);
  const frame = useRef<HTMLDivElement>(null);
  const map = useRef<HTMLDivElement>(null);
  const height = laneHeight(units, row, most);
  const draw = ({ layer, order, theme }: StageView) => {
    const rows = samplesOfAll(units, mapHeight);
    const plane = layer && newStatePlane(layer, "h");
    const cells = { steps: samplesOfAll(steps, mapWidth), units: rows.map((place) => order.units[place]) };
    paintCells(canvas.current, image, plane, colourScale("state", theme), cells);
  };
  useLive(view, (now, before) => {
    if (now.layer !== before?.layer || now.order !== before?.order || now.theme !== before?.theme) draw(now);
  });
  useRedraw(canvas, () => draw(view.getState()));
  useLaneDraw(({ full, left, width, top }) => {
    const style = frame.current?.style;
    if (!style || full === 0) return;
    style.left = `${(left / full) * 100}%`;
    style.width = `${(width / full) * 100}%`;
    style.top = `${(top / (units * row)) * 100}%`;
    style.height = `${(height / (units * row)) * 100}%`;
  });
  const go = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const { full, width } = laneWindow.getState();
    const x = fromBeginning(event.currentTarget, event.clientX) / box.width;
    const y = (event.clientY - box.top) / box.height;
    const scroller = map.current?.closest("[data-lanes]");
    if (scroller) scrollTo(scroller, x * full - width / 2);
    laneWindow.setState({ top: topWithin(units, row, most, y * units * row - height / 2) });
  };
  return (
    <div
      ref={map}
      className={`${picture.plot} ${styles.map}`}
      style={{ height: mapHeight }}
      role="img"
      data-map
      aria-label={stage.laneMap}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    >
      <canvas ref={canvas} className={picture.canvas} />
      <div ref={frame} className={styles.frame} />
    </div>
  );
}
