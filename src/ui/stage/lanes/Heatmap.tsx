/**
 * One heatmap: H units downwards in the order on show, T steps to the right, on an absolute scale; it scrolls to its units where not all
 * have room, and paints what is in sight. A focusable two-dimensional slider.
 */

import { type KeyboardEvent, useEffectEvent, useLayoutEffect, useRef } from "react";
import { shownRun } from "../../../store/runs";
import type { Words } from "../../../words/catalogue";
import type { CellRow } from "../../cells/cellDescription";
import { usePlaygroundStore } from "../../usePlaygroundStore";
import { useWords } from "../../words/useWords";
import { formatValue } from "../format";
import { moveSelection, type Place } from "../moveSelection";
import picture from "../paint/plot.module.css";
import { useRedraw } from "../paint/useRedraw";
import { setAttribute } from "../probe/LiveText";
import { runsLeft } from "../readingDirection";
import type { StageView, StageViewStore } from "../stageView";
import { symbolName } from "../symbols";
import { useLive } from "../useLive";
import { boxBetween } from "./boxBetween";
import { Crosshair } from "./Crosshair";
import styles from "./Heatmap.module.css";
import { HeatmapPainter } from "./heatmapPainter";
import { laneHeight, useLaneWindowStore } from "./laneWindow";
import { RowMarks } from "./RowMarks";
import { rowValue } from "./rows";
import { useLaneDraw } from "./useLaneDraw";
import { useUnitPointing } from "./useUnitPointing";
import { useUnitScroll } from "./useUnitScroll";

interface HeatmapProps {
  readonly view: StageViewStore;
  readonly row: CellRow;
  readonly steps: number;
  readonly units: number;
  /** CSS pixels of a unit, and what the lane has room for. */
  readonly height: number;
  readonly most: number;
  readonly label: string;
  /** The id of the element that says what the row means. */
  readonly describedBy: string;
}

export function Heatmap({ view, row, steps, units, height, most, label, describedBy }: HeatmapProps) {
  const store = usePlaygroundStore();
  const words = useWords();
  const laneWindow = useLaneWindowStore();
  const viewport = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef(new HeatmapPainter());
  // Where the box begins that Shift and the arrow keys draw.
  const anchor = useRef<Place | null>(null);
  const described = useRef<StageView["layer"]>(null);
  const shown = laneHeight(units, height, most);
  const onScroll = useUnitScroll(viewport);
  useUnitPointing(content, view, steps, units);
  const paint = (now: StageView) =>
    painter.current.paint(canvas.current, row, now, laneWindow.getState(), height, shown);
  useLive(view, (now, before) => {
    if (
      now.layer !== before?.layer ||
      now.change !== before.change ||
      now.theme !== before.theme ||
      now.order !== before.order
    )
      paint(now);
    const { training } = shownRun(store.getState());
    if (
      (!training && valuesOf(now) !== described.current) ||
      now.selectedTime !== before?.selectedTime ||
      now.selectedUnit !== before?.selectedUnit ||
      now.symbols !== before?.symbols ||
      now.pins !== before?.pins ||
      now.layerIndex !== before.layerIndex ||
      before.layer === null
    ) {
      describe(words, viewport.current, row, now);
      described.current = valuesOf(now);
    }
  });
  useLaneDraw((now) => {
    if (!painter.current.covers(now, steps, units, height, shown)) paint(view.getState());
  });
  useRedraw(canvas, () => paint(view.getState()));
  const redraw = useEffectEvent(() => paint(view.getState()));
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what `redraw` draws
  useLayoutEffect(() => redraw(), [row, steps, units, height, shown]);
  const leaveCorner = () => {
    anchor.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // From the store and not from the view, which follows a frame later: no key is lost to another.
    const { time, unit, selectTime, selectUnit, selectBox, togglePin } = store.getState();
    const now = view.getState();
    if (event.key === "Escape") {
      selectBox(null);
      leaveCorner();
    }
    if (event.key === "Enter") togglePin(unit);
    const at = { time, row: now.order.rows[unit] ?? 0 };
    const place = moveSelection(at, steps, units, event.key, runsLeft(event.currentTarget));
    if (!place) return;
    event.preventDefault();
    selectTime(place.time);
    selectUnit(now.order.units[place.row]);
    if (!event.shiftKey) leaveCorner();
    else {
      anchor.current ??= at;
      selectBox(boxBetween(now, anchor.current, place));
    }
  };
  return (
    <div
      ref={viewport}
      className={`${picture.plot} ${styles.viewport}`}
      style={{ height: shown }}
      role="slider"
      tabIndex={0}
      aria-roledescription={words.stage.heatmap}
      aria-label={label}
      aria-describedby={describedBy}
      aria-valuemin={0}
      aria-valuemax={steps - 1}
      aria-valuenow={view.getState().selectedTime}
      onKeyDown={onKeyDown}
      onPointerDown={leaveCorner}
      onBlur={leaveCorner}
      onScroll={onScroll}
      onFocus={() => describe(words, viewport.current, row, view.getState())}
      data-lane
    >
      <div ref={content} className={styles.content} style={{ height: units * height }}>
        <canvas ref={canvas} className={`${styles.window} ${picture.pixels}`} />
        <RowMarks view={view} />
        <Crosshair view={view} steps={steps} units={units} />
      </div>
    </div>
  );
}

/** What the lanes show of the layer: what it does, or how that has changed. */
const valuesOf = ({ layer, change }: StageView) => change ?? layer;

/**
 * What a screen reader says of the selected place. Written when the selection moves, the focus comes or another text
 * is read, and of a network that does not train with every snapshot: thirty announcements a second are none.
 */
function describe(words: Words, plot: HTMLElement | null, row: CellRow, now: StageView): void {
  const { change, selectedTime, selectedUnit, symbols, pins } = now;
  const values = valuesOf(now);
  const value = values && rowValue(values, row, selectedTime, selectedUnit);
  const symbol = symbols[selectedTime] ?? "";
  const place = words.stage.heatmapPlace({
    unit: selectedUnit,
    pinned: pins.some(({ unit }) => unit === selectedUnit),
    step: selectedTime,
    symbol: symbol === "" ? null : symbolName(words, symbol),
    letter: change ? `Δ${row.id}` : row.id,
    value: formatValue(value),
  });
  setAttribute(plot, "aria-valuenow", String(selectedTime));
  setAttribute(plot, "aria-valuetext", place);
}
