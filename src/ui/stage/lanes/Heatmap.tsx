/** One heatmap: H units (or I inputs) downwards, T steps to the right, on an absolute scale. A focusable two-dimensional slider. */

import { type KeyboardEvent, type RefObject, useRef } from "react";
import type { Words } from "../../../words/catalogue";
import type { CellRow } from "../../cells/cellDescription";
import { usePlaygroundStore } from "../../usePlaygroundStore";
import { useWords } from "../../words/useWords";
import { formatValue } from "../format";
import { moveSelection } from "../moveSelection";
import { colourScale } from "../paint/colourScale";
import { paintCanvas } from "../paint/paintCanvas";
import { paintPlane } from "../paint/paintPlane";
import picture from "../paint/plot.module.css";
import { useRedraw } from "../paint/useRedraw";
import { setAttribute } from "../probe/LiveText";
import type { StageView, StageViewStore } from "../stageView";
import { symbolName } from "../symbols";
import { useLive } from "../useLive";
import { usePointing } from "../usePointing";
import { Crosshair } from "./Crosshair";
import styles from "./Heatmap.module.css";
import { rowCount, rowHeight, rowPlane, rowValue } from "./rows";

interface HeatmapProps {
  readonly view: StageViewStore;
  readonly row: CellRow;
  readonly steps: number;
  readonly units: number;
  /** How many numbers the row has at each step. */
  readonly rows: number;
  readonly layerName: string | null;
  /** The id of the element that says what the row means. */
  readonly describedBy: string;
}

export function Heatmap({ view, row, steps, units, rows, layerName, describedBy }: HeatmapProps) {
  const store = usePlaygroundStore();
  const words = useWords();
  const plot = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const image = useRef<ImageData>(null);
  // Inputs are not units: pointing at one is pointing at its time step.
  const pointable = row.of === "units" ? units : null;
  usePointing(plot, steps, pointable);
  useLive(view, (now, before) => {
    if (now.layer !== before?.layer || now.theme !== before?.theme) paint(canvas.current, image, row, now);
    if (
      now.selectedTime !== before?.selectedTime ||
      now.selectedUnit !== before?.selectedUnit ||
      now.symbols !== before?.symbols ||
      now.layerIndex !== before.layerIndex ||
      before.layer === null
    )
      describe(words, plot.current, row, now);
  });
  useRedraw(canvas, () => paint(canvas.current, image, row, view.getState()));
  const onKeyDown = (event: KeyboardEvent) => {
    // From the store and not from the view, which follows a frame later: no key is lost to another.
    const place = moveSelection(store.getState(), steps, units, event.key);
    if (!place) return;
    event.preventDefault();
    store.getState().selectTime(place.time);
    store.getState().selectUnit(place.unit);
  };
  return (
    <div
      ref={plot}
      className={`${picture.plot} ${styles.plot}`}
      style={{ height: rowHeight(rows) }}
      role="slider"
      tabIndex={0}
      aria-roledescription={words.stage.heatmap}
      aria-label={words.stage.heatmapLabel({
        name: words.cells.quantities[row.name],
        letter: row.id,
        layer: layerName,
        rows,
        of: row.of,
        steps,
      })}
      aria-describedby={describedBy}
      aria-valuemin={0}
      aria-valuemax={steps - 1}
      aria-valuenow={view.getState().selectedTime}
      onKeyDown={onKeyDown}
      onFocus={() => describe(words, plot.current, row, view.getState())}
    >
      <canvas ref={canvas} className={`${picture.canvas} ${picture.pixels}`} />
      <Crosshair view={view} steps={steps} units={pointable} />
    </div>
  );
}

function paint(
  canvas: HTMLCanvasElement | null,
  image: RefObject<ImageData | null>,
  row: CellRow,
  { layer, steps, units, theme }: StageView,
): void {
  const plane = layer && rowPlane(layer, row);
  const scale = colourScale(row.scale, theme);
  const rows = rowCount(row, layer, units);
  paintCanvas(canvas, image, steps, rows, plane && ((pixels) => paintPlane(pixels, plane, scale)));
}

/**
 * What a screen reader says of the selected place. Written when the selection moves, the focus comes or another text
 * is read, not with every snapshot: thirty announcements a second are none.
 */
function describe(words: Words, plot: HTMLElement | null, row: CellRow, now: StageView): void {
  const { layer, selectedTime, selectedUnit, symbols } = now;
  const value = layer && rowValue(layer, row, selectedTime, selectedUnit);
  const symbol = symbols[selectedTime] ?? "";
  const place = words.stage.heatmapPlace({
    unit: row.of === "units" ? selectedUnit : null,
    step: selectedTime,
    symbol: symbol === "" ? null : symbolName(words, symbol),
    letter: row.id,
    value: formatValue(value),
  });
  setAttribute(plot, "aria-valuenow", String(selectedTime));
  setAttribute(plot, "aria-valuetext", place);
}
