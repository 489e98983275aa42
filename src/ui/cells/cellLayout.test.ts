import { describe, expect, it } from "vitest";
import { isWide } from "../../data/isWide";
import { cellNames } from "../../session/settings";
import type { Words } from "../../words/catalogue";
import { cells as english } from "../../words/en/cells";
import { cells as chinese } from "../../words/zh/cells";
import type { CellDescription, CellNode } from "./cellDescription";
import {
  type CellLayout,
  type Point,
  vectorPaths,
  type WireLabel,
  type WirePath,
  wirePaths,
} from "./cellLayout";
import { cellDescriptions } from "./registry";

interface Box {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room for a label of so many characters in a monospaced font, whose letters are 0.6 of their size wide. */
function labelBox(what: string, label: WireLabel, characters: number, { fontSize }: CellLayout): Box {
  const width = characters * fontSize * 0.6;
  const before = { start: 0, middle: width / 2, end: width }[label.anchor];
  const left = label.x - before;
  const bottom = label.y + (label.stacked ? 1.35 * fontSize : 0);
  return { what, left, right: left + width, top: label.y - fontSize * 0.72, bottom };
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function nodeBoxes({ nodes }: CellLayout): Box[] {
  return Object.entries(nodes).map(([what, [x, y, width, height]]) => ({
    what,
    left: x - width / 2,
    right: x + width / 2,
    top: y - height / 2,
    bottom: y + height / 2,
  }));
}

/** Every label with its longest number, such as −0.123, and its name where it has one. */
function labelBoxes(nodes: CellDescription["nodes"], layout: CellLayout): Box[] {
  const wires = Object.entries(layout.wires).flatMap(([what, wire]) => {
    if (!wire?.label) return [];
    const { label } = wire;
    const number = layout.decimals + (nodes[what].scale === "gate" ? 2 : 3);
    const name = nameLength(nodes[what], layout);
    const characters = label.stacked ? Math.max(number, name) : number + (name > 0 ? name + 1 : 0);
    return [labelBox(what, label, characters, layout)];
  });
  return wires;
}

/** What is written in a language beside the parts. */
const captionBoxes = (layout: CellLayout, { quantities }: Words["cells"]): Box[] =>
  layout.captions.map((label) => labelBox(label.name, label, lettersWide(quantities[label.name]), layout));

/** A Han character is as wide as it is tall. */
const lettersWide = (text: string) =>
  Array.from(text).reduce((width, character) => width + (isWide(character) ? 1 / 0.6 : 1), 0);

const nameLength = ({ called }: CellNode, { namesAll }: CellLayout): number =>
  called && (namesAll || !called.optional) ? called.text.length : 0;

const clashes = (boxes: readonly Box[], others: readonly Box[]) =>
  boxes.flatMap((a) => others.filter((b) => a !== b && overlap(a, b)).map((b) => `${a.what} / ${b.what}`));

/** A path as small boxes along it; where it bends in a curve, along the straight line. */
function alongPath({ from, to, points }: WirePath, halfWidth: number): Box[] {
  const between = ([x, y]: Point, [toX, toY]: Point) => {
    const count = Math.ceil(Math.hypot(toX - x, toY - y)) + 1;
    return Array.from({ length: count }, (_, i) => [
      x + ((toX - x) * i) / (count - 1 || 1),
      y + ((toY - y) * i) / (count - 1 || 1),
    ]);
  };
  return points.slice(1).flatMap((end, i) =>
    between(points[i], end).map(([x, y]) => ({
      what: `${from} → ${to}`,
      left: x - halfWidth,
      right: x + halfWidth,
      top: y - halfWidth,
      bottom: y + halfWidth,
    })),
  );
}

const languages = { en: english, zh: chinese };
const layouts = cellNames.flatMap((cell) =>
  (["wide", "compact"] as const).flatMap((size) =>
    (["en", "zh"] as const).map((language) => ({ cell, size, language })),
  ),
);

describe.each(layouts)("the $size layout of $cell in $language", ({ cell, size, language }) => {
  const description = cellDescriptions[cell];
  const layout = description[size];
  const nodes = nodeBoxes(layout);
  const labels = [...labelBoxes(description.nodes, layout), ...captionBoxes(layout, languages[language])];
  const wires = wirePaths(layout);
  const vectors = vectorPaths(layout).flat();
  const lines = [
    ...wires.flatMap((path) => alongPath(path, 3)),
    ...vectors.flatMap((path) => alongPath(path, 1)),
  ];
  const once = (texts: readonly string[]) => [...new Set(texts)];

  it("has a place for every node, and no other", () => {
    expect(Object.keys(layout.nodes).sort()).toEqual(Object.keys(description.nodes).sort());
  });

  it("has nothing on anything else", () => {
    expect({
      nodes: clashes(nodes, nodes),
      labels: clashes(labels, labels),
      labelsOnNodes: clashes(labels, nodes),
      linesOnLabels: once(clashes(lines, labels)),
    }).toEqual({ nodes: [], labels: [], labelsOnNodes: [], linesOnLabels: [] });
  });

  it("has room in every node for what is written there", () => {
    const narrow = Object.entries(description.nodes).flatMap(([id, { face, shape }]) => {
      const letters = face?.replaceAll("_", "").length ?? 0;
      const subscripts =
        face
          ?.match(/_[a-z]+/g)
          ?.join("")
          .replaceAll("_", "").length ?? 0;
      // In bold where a gate is; subscripts have 0.72 of the size.
      const width = (letters - 0.28 * subscripts) * (shape === "gate" ? 0.6 : 0.52) * layout.fontSize;
      return width <= layout.nodes[id][2] - 2 ? [] : [`${id}: ${width}`];
    });
    expect(narrow).toEqual([]);
  });

  it("leads no line through a node that it does not join", () => {
    const through = clashes(lines, nodes).filter((text) => {
      const [path, node] = text.split(" / ");
      return !path.split(" → ").includes(node);
    });
    expect(once(through)).toEqual([]);
  });

  it("keeps everything inside the picture", () => {
    const outside = [...nodes, ...labels, ...lines].filter(
      ({ left, right, top, bottom }) => left < 0 || top < 0 || right > layout.width || bottom > layout.height,
    );
    expect(once(outside.map(({ what }) => what))).toEqual([]);
  });

  it("joins what the equations join, and nothing else", () => {
    const joined = (key: "from" | "sees") =>
      Object.entries(description.nodes).flatMap(([to, node]) => node[key].map((from) => `${from} → ${to}`));
    const drawn = (paths: readonly WirePath[]) => paths.map(({ from, to }) => `${from} → ${to}`);
    expect(drawn(wires).sort()).toEqual(joined("from").sort());
    expect(drawn(vectors).sort()).toEqual(joined("sees").sort());
  });

  it("ends every line at the nodes that it joins", () => {
    const touches = ([x, y]: Point, node: string) => {
      const [nodeX, nodeY, width, height] = layout.nodes[node];
      const [dx, dy] = [Math.abs(x - nodeX) - width / 2, Math.abs(y - nodeY) - height / 2];
      return Math.max(dx, dy) >= 0 && Math.max(dx, dy) <= 1.5;
    };
    const loose = [...wires, ...vectors].filter(
      ({ from, to, points }) => !touches(points[0], from) || !touches(points[points.length - 1], to),
    );
    expect(loose.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("shows every number once", () => {
    const shown = Object.entries(layout.wires).flatMap(([id, wire]) => (wire?.label ? [id] : []));
    // A result and what only hands it on have the same number.
    const numbers = Object.entries(description.nodes).flatMap(([id, { compute, source, shape }]) =>
      (compute || source) && !(shape === "box" && compute) ? [id] : [],
    );
    const handedOn = (id: string) =>
      shown.includes(id) ||
      Object.entries(description.nodes).some(
        ([other, { from, shape }]) => shape === "box" && from[0] === id && shown.includes(other),
      );
    expect(numbers.filter((id) => !handedOn(id))).toEqual([]);
  });
});
