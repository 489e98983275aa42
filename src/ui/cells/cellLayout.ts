/**
 * Where the parts of a cell's diagram stand, and the paths between them. Wires are said by the nodes that they join and by
 * their shape; their coordinates follow, so that a wire always ends at what it names.
 */
import type { QuantityName } from "./quantityName";

/** Centre and size. */
export type NodeBox = readonly [x: number, y: number, width: number, height: number];

/**
 * The shape of a path from one node to another:
 * - `straight`: level or upright, wherever the two face each other; or upright at an `x`;
 * - `across`: level, then upright into the other's top or bottom, at its middle or at an `x`;
 * - `merge`: level, then in a curve into the other's left side, where others come in too;
 * - `trunk`: along the upright line at `x`, which branches share, and level at `y` into the other's left side.
 */
export type Route =
  | "straight"
  | "across"
  | "merge"
  | { readonly kind: "straight" | "across"; readonly x: number }
  | { readonly kind: "trunk"; readonly x: number; readonly y?: number };

export interface WireLabel {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  /** Whether the number stands under the name instead of beside it. */
  readonly stacked?: true;
}

export interface Wire<Id extends string = string> {
  /** None where only the number is to be seen, of a node that gives vectors. */
  readonly to: Readonly<Partial<Record<Id, Route>>>;
  /** Left out where the number stands on the next wire as well. */
  readonly label?: WireLabel;
}

export interface CellLayout<Id extends string = string> {
  readonly width: number;
  readonly height: number;
  readonly decimals: number;
  /** Size of the text, in the diagram's units. */
  readonly fontSize: number;
  /** Whether numbers are named that need not be (there is room). */
  readonly namesAll: boolean;
  readonly nodes: Readonly<Record<Id, NodeBox>>;
  /** By the node whose number they carry. */
  readonly wires: Readonly<Partial<Record<Id, Wire<Id>>>>;
  /** Vectors, which every unit sees, by the node that they come from. */
  readonly vectors: Readonly<Partial<Record<Id, Wire<Id>["to"]>>>;
  readonly captions: readonly (WireLabel & { readonly name: QuantityName })[];
}

export type Point = readonly [x: number, y: number];

export interface WirePath {
  readonly from: string;
  readonly to: string;
  /** Its corners, the first and the last on the two nodes. */
  readonly points: readonly Point[];
  readonly d: string;
}

/** A label at a place, by its middle, its start or its end. */
export const label = (x: number, y: number, anchor: WireLabel["anchor"] = "middle"): WireLabel => ({
  x,
  y,
  anchor,
});

/** Between a path's end and its node, for the tip of the arrow. */
const gap = 1;
const cornerRadius = 12;
/** How far from a gate the paths that merge begin to bend. */
const mergeLength = 33;

const halfOf = (size: number) => size / 2 + gap;

/** A node's side towards a place, and no further than its middle. */
const sideX = ([x, , width]: NodeBox, towards: number) => x + Math.sign(towards - x) * halfOf(width);
const sideY = ([, y, , height]: NodeBox, towards: number) => y + Math.sign(towards - y) * halfOf(height);

const liesWithin = (place: number, centre: number, size: number) => Math.abs(place - centre) <= size / 2;

function straightPoints(from: NodeBox, to: NodeBox, at?: number): Point[] {
  const y = from[1];
  if (at === undefined && liesWithin(y, to[1], to[3]))
    return [
      [sideX(from, to[0]), y],
      [sideX(to, from[0]), y],
    ];
  const x = at ?? to[0];
  return [
    [x, sideY(from, to[1])],
    [x, sideY(to, from[1])],
  ];
}

function acrossPoints(from: NodeBox, to: NodeBox, x = to[0]): Point[] {
  const y = from[1];
  return [
    [sideX(from, x), y],
    [x, y],
    [x, sideY(to, y)],
  ];
}

function trunkPoints(from: NodeBox, to: NodeBox, x: number, y = to[1]): Point[] {
  const end: Point = [sideX(to, x), y];
  return liesWithin(x, from[0], from[2])
    ? [[x, sideY(from, y)], [x, y], end]
    : [[sideX(from, x), from[1]], [x, from[1]], [x, y], end];
}

function mergePoints(from: NodeBox, to: NodeBox): Point[] {
  const end: Point = [sideX(to, from[0]), to[1]];
  const start: Point = [sideX(from, to[0]), from[1]];
  return [start, [Math.max(start[0], end[0] - mergeLength), start[1]], end];
}

function pointsOf(route: Route, from: NodeBox, to: NodeBox): Point[] {
  if (route === "merge") return mergePoints(from, to);
  if (route === "straight") return straightPoints(from, to);
  if (route === "across") return acrossPoints(from, to);
  switch (route.kind) {
    case "straight":
      return straightPoints(from, to, route.x);
    case "across":
      return acrossPoints(from, to, route.x);
    case "trunk":
      return trunkPoints(from, to, route.x, route.y);
  }
}

/** An SVG path along the points, its corners rounded where `rounded` says so. */
function pathAlong(points: readonly Point[], radius: number): string {
  return points.reduce((path, [x, y], i) => {
    if (i === 0) return `M${x} ${y}`;
    const next = points[i + 1];
    if (!next) return `${path}L${x} ${y}`;
    const [before, after] = [towards([x, y], points[i - 1], radius), towards([x, y], next, radius)];
    return `${path}L${before.join(" ")}Q${x} ${y} ${after.join(" ")}`;
  }, "");
}

/** From one point towards another, but no more than half the way. */
function towards([x, y]: Point, [toX, toY]: Point, by: number): Point {
  const distance = Math.hypot(toX - x, toY - y);
  const share = distance === 0 ? 0 : Math.min(by, distance / 2) / distance;
  return [x + (toX - x) * share, y + (toY - y) * share];
}

function mergePath([[startX, startY], [bendX], [endX, endY]]: readonly Point[]): string {
  const length = endX - bendX;
  const controls = `${bendX + 0.7 * length} ${startY} ${bendX + 0.5 * length} ${endY}`;
  return `M${startX} ${startY}H${bendX}C${controls} ${endX} ${endY}`;
}

/** The paths from one node, in the order of what they lead to. */
export function pathsFrom(
  { nodes }: Pick<CellLayout, "nodes">,
  from: string,
  to: Wire["to"],
  radius = cornerRadius,
): readonly WirePath[] {
  return Object.entries(to).flatMap(([target, route]) => {
    if (route === undefined) return [];
    const points = pointsOf(route, nodes[from], nodes[target]);
    const d = route === "merge" ? mergePath(points) : pathAlong(points, radius);
    return [{ from, to: target, points, d }];
  });
}

/** By the node that each comes from. Vectors branch off one another, at right angles. */
export const vectorPaths = (layout: CellLayout): readonly (readonly WirePath[])[] =>
  Object.entries(layout.vectors).map(([from, to]) => (to ? pathsFrom(layout, from, to, 0) : []));

export const wirePaths = (layout: CellLayout): readonly WirePath[] =>
  Object.entries(layout.wires).flatMap(([from, wire]) => (wire ? pathsFrom(layout, from, wire.to) : []));

/** All that leads into a node, numbers and vectors. */
export const pathsInto = (layout: CellLayout, id: string): readonly WirePath[] =>
  [...wirePaths(layout), ...vectorPaths(layout).flat()].filter(({ to }) => to === id);
