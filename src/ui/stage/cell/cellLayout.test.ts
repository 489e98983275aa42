import { describe, expect, it } from "vitest";
import { type CellLayout, compactLayout, type WireLabel, wideLayout } from "./cellLayout";

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
  return { what, left, right: left + width, top: label.y - fontSize * 0.72, bottom: label.y };
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
function labelBoxes(layout: CellLayout): Box[] {
  const number = layout.decimals + 3;
  const names: Readonly<Record<string, number>> = {
    hPrevious: 3,
    z: 2,
    r: 2,
    n: 2,
    oneMinus: 4,
    ...(layout.namesProducts && { keep: 5 }),
  };
  // z, r and 1 - z are never negative.
  const sign: Readonly<Record<string, number>> = { z: -1, r: -1, oneMinus: -1 };
  const wires = Object.entries(layout.wires).map(([what, { label }]) =>
    labelBox(what, label, number + (names[what] ?? 0) + (sign[what] ?? 0), layout),
  );
  const captions = layout.captions.map((label) => labelBox(label.text, label, label.text.length, layout));
  return [...wires, ...captions];
}

describe.each([
  ["wide", wideLayout],
  ["compact", compactLayout],
] as const)("the %s cell layout", (_, layout) => {
  const nodes = nodeBoxes(layout);
  const labels = labelBoxes(layout);

  it("has no node on another", () => {
    const clashes = nodes.flatMap((a, i) =>
      nodes
        .slice(i + 1)
        .filter((b) => overlap(a, b))
        .map((b) => `${a.what} / ${b.what}`),
    );
    expect(clashes).toEqual([]);
  });

  it("has no label on another", () => {
    const clashes = labels.flatMap((a, i) =>
      labels
        .slice(i + 1)
        .filter((b) => overlap(a, b))
        .map((b) => `${a.what} / ${b.what}`),
    );
    expect(clashes).toEqual([]);
  });

  it("has no label on a node", () => {
    const clashes = labels.flatMap((a) =>
      nodes.filter((b) => overlap(a, b)).map((b) => `${a.what} / ${b.what}`),
    );
    expect(clashes).toEqual([]);
  });

  it("keeps everything inside the picture", () => {
    const outside = [...nodes, ...labels].filter(
      ({ left, right, top, bottom }) => left < 0 || top < 0 || right > layout.width || bottom > layout.height,
    );
    expect(outside.map(({ what }) => what)).toEqual([]);
  });
});
