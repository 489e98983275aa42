/** Paints what is in sight of a lane of units, and remembers what that was: an image of a pixel a cell, or a pixel of the screen where cells are smaller. */
import type { CellRow } from "../../cells/cellDescription";
import { markFirstGates } from "../paint/markFirstGates";
import { paintCells } from "../paint/paintCells";
import type { StageView } from "../stageView";
import { cellsToPaint, isPainted, type LaneWindow, type Stretch, samples } from "./laneWindow";
import { picturedRow } from "./rows";

interface Painted {
  readonly steps: Stretch;
  readonly rows: Stretch;
  /** CSS pixels of a cell. */
  readonly column: number;
  readonly row: number;
}

export class HeatmapPainter {
  readonly #image: { current: ImageData | null } = { current: null };
  #painted: Painted | null = null;

  /** Whether all that is in sight is painted, in the size that it has now. */
  covers(
    { full, left, width, top }: LaneWindow,
    T: number,
    units: number,
    row: number,
    shown: number,
  ): boolean {
    const painted = this.#painted;
    const column = full / T;
    if (painted === null || painted.column !== column || painted.row !== row) return false;
    return (
      isPainted(painted.steps, left, width, column, T) && isPainted(painted.rows, top, shown, row, units)
    );
  }

  /**
   * @param row CSS pixels of a unit
   * @param shown CSS pixels of the lane, which scrolls within
   */
  paint(
    canvas: HTMLCanvasElement | null,
    of: CellRow,
    view: StageView,
    { full, left, width, top }: LaneWindow,
    row: number,
    shown: number,
  ): void {
    if (canvas === null || full === 0) return;
    const { steps: T, units, order } = view;
    const column = full / T;
    const steps = cellsToPaint(left, width, column, T);
    const rows = cellsToPaint(top, shown, row, units);
    this.#painted = { steps, rows, column, row };
    const ratio = window.devicePixelRatio || 1;
    const columns = samples(steps, column * ratio);
    const shownRows = samples(rows, row * ratio);
    const { plane, scale } = picturedRow(view, of);
    const cells = { steps: columns, units: shownRows.map((place) => order.units[place]) };
    place(canvas, steps, rows, column, row);
    paintCells(canvas, this.#image, plane, scale, cells);
    if (plane) markFirstGates();
  }
}

function place(canvas: HTMLCanvasElement, steps: Stretch, rows: Stretch, column: number, row: number): void {
  const { style } = canvas;
  style.left = `${steps.first * column}px`;
  style.width = `${(steps.end - steps.first) * column}px`;
  style.top = `${rows.first * row}px`;
  style.height = `${(rows.end - rows.first) * row}px`;
}
