/** The chain of steps on show as a file. */
import type { CellDescription } from "../../cells/cellDescription";
import { SaveDrawn } from "../../takeAlong/SavePicture";
import { useAllWords } from "../../words/useWords";
import type { StageViewStore } from "../stageView";
import type { Chain } from "./unrolled";
import { unrolledPicture } from "./unrolledPicture";

interface SaveUnrolledProps {
  readonly view: StageViewStore;
  readonly description: CellDescription;
  readonly chain: Chain;
  /** CSS pixels, of a chain. */
  readonly width: number;
  readonly height: number;
}

export function SaveUnrolled({ view, description, chain, width, height }: SaveUnrolledProps) {
  const words = useAllWords();
  const { takeAlong } = words;
  const { first, count } = chain;
  const draw = (title: string) => {
    const { snapshot, layer, order, symbols, cellName } = view.getState();
    if (!snapshot || !layer) return null;
    const note = takeAlong.cellNote({ step: snapshot.step, cell: words.choiceNames[`cell:${cellName}`] });
    const shown = { layer, units: order.units, symbols, chain, width, height };
    return unrolledPicture(words, description, shown, { title, note });
  };
  return (
    <SaveDrawn
      title={takeAlong.chainPicture({ from: first, to: first + count - 1 })}
      step={() => view.getState().snapshot?.step ?? 0}
      draw={draw}
    />
  );
}
