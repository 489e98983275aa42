/** The cell's diagram as a file: every wire in the light theme's colour of its number, with the scales of these. */
import type { RefObject } from "react";
import type { AllWords } from "../../../words/catalogue";
import type { CellDescription } from "../../cells/cellDescription";
import type { CellNumbers } from "../../cells/cellNumbers";
import { chartPicture, type PictureLegend } from "../../takeAlong/chartPicture";
import { SaveDrawn } from "../../takeAlong/SavePicture";
import { scaleBar, scaleBarHeight, scaleBarWidth } from "../../takeAlong/scaleBar";
import { svgWords } from "../../takeAlong/svgText";
import { useAllWords } from "../../words/useWords";
import { colourScale } from "../paint/colourScale";
import type { StageView, StageViewStore } from "../stageView";
import { wireLook } from "./wireLook";

interface SaveCellProps {
  readonly view: StageViewStore;
  readonly description: CellDescription;
  /** Has the diagram. */
  readonly of: RefObject<HTMLElement | null>;
  /** Which unit's it is, at which step. */
  readonly place: (words: AllWords, view: StageView) => string;
}

export function SaveCell({ view, description, of, place }: SaveCellProps) {
  const words = useAllWords();
  const { takeAlong } = words;
  const draw = (title: string) => {
    const { snapshot, cell, cellName } = view.getState();
    if (!of.current || !snapshot || !cell) return null;
    const name = words.choiceNames[`cell:${cellName}`];
    return chartPicture(
      of.current,
      { title, note: takeAlong.cellNote({ step: snapshot.step, cell: name }) },
      (_, width) => scalesLegend(words, description, width),
      (copy) => lighten(copy, description, cell),
    );
  };
  return (
    <SaveDrawn
      label={words.diagram.cell}
      title={() => takeAlong.cellPicture({ place: place(words, view.getState()) })}
      step={() => view.getState().snapshot?.step ?? 0}
      draw={draw}
    />
  );
}

/** What is drawn live has the page's colours; what a walk moves is left out. */
function lighten(copy: SVGSVGElement, { nodes }: CellDescription, { of }: CellNumbers): void {
  for (const token of copy.querySelectorAll("circle")) token.remove();
  for (const [id, node] of Object.entries(nodes)) {
    const pipe = copy.querySelector<SVGGElement>(`[data-wire="${id}"] [data-pipe]`);
    if (pipe) pipe.style.stroke = wireLook(node, of[id] ?? null, "light").colour ?? "var(--sunken)";
  }
}

const [gap, lineHeight] = [24, 46];

/** The scales of all wires, beside each other as far as there is room. */
function scalesLegend(
  { takeAlong }: AllWords,
  { nodes, wide }: CellDescription,
  width: number,
): PictureLegend {
  const names = [
    ...new Set(Object.entries(nodes).flatMap(([id, { scale }]) => (wide.wires[id] ? [scale] : []))),
  ];
  const perLine = Math.max(1, Math.floor((width + gap) / (scaleBarWidth + gap)));
  const drawn = names.map((name, i) => {
    const x = (i % perLine) * (scaleBarWidth + gap);
    const y = 6 + Math.floor(i / perLine) * lineHeight;
    return `${svgWords(x, y + 10, takeAlong.wireScales[name])}${scaleBar(colourScale(name, "light"), x, y + 15)}`;
  });
  const under = 6 + Math.ceil(names.length / perLine) * lineHeight;
  return {
    drawn: [...drawn, svgWords(0, under + 8, takeAlong.wires, { "font-size": 11 })].join(""),
    height: under + scaleBarHeight - 8,
  };
}
