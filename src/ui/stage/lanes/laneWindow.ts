/** What of the lanes is in sight: they are all as wide as their steps, and lanes of units all scroll to the same rows. */
import { createContext, useContext } from "react";
import type { StoreApi } from "zustand/vanilla";

/** CSS pixels. */
export interface LaneWindow {
  /** Of a lane's plot with all steps, 0 before it is known. */
  readonly full: number;
  /** Which part of it is in sight. */
  readonly left: number;
  readonly width: number;
  /** How far the units are scrolled. */
  readonly top: number;
}

export type LaneWindowStore = StoreApi<LaneWindow>;

export const LaneWindowContext = createContext<LaneWindowStore | null>(null);

/** Throws outside of the lanes, which provide it. */
export function useLaneWindowStore(): LaneWindowStore {
  const store = useContext(LaneWindowContext);
  if (!store) throw new Error("This part stands outside of the lanes, and has no window.");
  return store;
}

const rowHeights = [1, 2, 3, 4, 6, 8, 12, 16];
/** What a step can be zoomed to at most: wide enough for any symbol. */
export const widestColumn = 24;
/** What a row of a unit and a lane of them have at least. */
export interface LeastSizes {
  readonly row: number;
  readonly lane: number;
}

/** On a phone a pixel of CSS is two or three of the screen, and three lanes are to be in sight. */
export const leastSizes = { usual: { row: 2, lane: 76 }, phone: { row: 1, lane: 64 } } as const;
export const mostLane = 160;
/** Of the lines of a unit. */
export const unitLane = 68;
/** Between two lanes. */
export const laneGap = 4;
/** What stands beside a lane of units needs as much. */
const leastBesideLabel = 84;
/** Lanes of units make room for the lines of one below them as long as they have as much themselves. */
const leastAboveUnit = 100;

/** Of a unit: as chosen, otherwise the least, or what a lane of few units has room for. */
export const rowPixels = (units: number, chosen: number | null, least: LeastSizes): number =>
  chosen ?? Math.max(least.row, least.lane / units);

/** The heights that so many rows can be zoomed to, the one that they have at first among them; the lowest first. */
export const rowSteps = (units: number, least: LeastSizes): readonly number[] =>
  [...new Set([...rowHeights, rowPixels(units, null, least)])].sort((a, b) => a - b);

/**
 * What so many lanes of units may have each, so that all of them are in sight within a height, and the lines of a unit below them are either
 * whole or out of sight.
 */
export function laneRoom(height: number, lanes: number): number {
  const share = (room: number) => Math.floor(room / lanes - laneGap);
  const aboveUnit = share(height - unitLane - laneGap);
  return Math.max(
    leastBesideLabel,
    Math.min(mostLane, aboveUnit >= leastAboveUnit ? aboveUnit : share(height)),
  );
}

/** Of a lane of units, which scrolls within where that is less than all of them need. `most` is the room that it has. */
export const laneHeight = (units: number, row: number, most: number): number => Math.min(most, units * row);

/** The nearest place to which a lane of units can be scrolled. */
export const topWithin = (units: number, row: number, most: number, top: number): number =>
  Math.max(0, Math.min(units * row - laneHeight(units, row, most), top));

/** What stays where it is when buttons zoom: the place that is selected as long as it is in sight, otherwise the middle. */
export const heldPlace = (selected: number, extent: number): number =>
  selected >= 0 && selected <= extent ? selected : extent / 2;

/** A pixel more comes of rounding. */
export const showsAllSteps = ({ full, width }: Pick<LaneWindow, "full" | "width">): boolean =>
  full <= width + 1;

/** Of a lane that shows all its rows, however many. */
export const fittedHeight = (rows: number): number =>
  Math.min(mostLane, Math.max(leastSizes.usual.lane, rows * leastSizes.usual.row));

/** Some of the cells along one axis: from `first` to the one before `end`. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
}

/**
 * The cells to paint: those in sight, and half as many around them, so that a little scrolling finds them painted.
 * @param offset where what is in sight begins; @param extent how long it is; @param cell the size of a cell; all in one unit
 */
export function cellsToPaint(offset: number, extent: number, cell: number, count: number): Stretch {
  const around = extent / 2;
  const first = Math.floor((offset - around) / cell);
  const end = Math.ceil((offset + extent + around) / cell);
  return { first: Math.max(0, Math.min(count, first)), end: Math.max(0, Math.min(count, end)) };
}

/** Whether all cells in sight are among those that are painted. */
export function isPainted(
  { first, end }: Stretch,
  offset: number,
  extent: number,
  cell: number,
  count: number,
): boolean {
  return (
    first <= Math.max(0, Math.floor(offset / cell)) &&
    end >= Math.min(count, Math.ceil((offset + extent) / cell))
  );
}

/**
 * The cells of an image's columns or rows: one each, or where cells are smaller than the screen's pixels, the one in each pixel's middle.
 * @param pixels of the screen, for one cell
 */
export function samples({ first, end }: Stretch, pixels: number): Int32Array {
  const cells = end - first;
  const count = Math.max(Math.min(1, cells), Math.min(cells, Math.round(cells * pixels)));
  return Int32Array.from({ length: count }, (_, i) => first + Math.floor(((i + 0.5) * cells) / count));
}

/** Those of all cells, in a picture of so many CSS pixels. */
export const samplesOfAll = (cells: number, pixels: number): Int32Array =>
  samples({ first: 0, end: cells }, (pixels * (window.devicePixelRatio || 1)) / cells);
