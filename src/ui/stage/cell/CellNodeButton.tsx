/** The button over a node: pointing at it, tabbing to it or pressing it shows the node's equation. */
import { useRef } from "react";
import { Button } from "react-aria-components";
import type { AllWords } from "../../../words/catalogue";
import type { CellNode } from "../../cells/cellDescription";
import type { CellLayout } from "../../cells/cellLayout";
import type { CellNumbers } from "../../cells/cellNumbers";
import { noteWords } from "../../cells/noteWords";
import { useAllWords } from "../../words/useWords";
import { formatValue } from "../format";
import { setAttribute } from "../probe/LiveText";
import type { StageViewStore } from "../stageView";
import { symbolName } from "../symbols";
import { useLive } from "../useLive";
import styles from "./CellDiagram.module.css";

interface CellNodeButtonProps {
  readonly view: StageViewStore;
  readonly id: string;
  readonly node: CellNode;
  readonly layout: CellLayout;
  readonly onPoint: (id: string | null) => void;
  readonly onChoose: (id: string | null) => void;
}

/** What is read at the step has no number, but it may be a symbol. */
function said(
  words: AllWords,
  name: string,
  id: string,
  { face }: CellNode,
  cell: CellNumbers | null,
): string {
  const { valued } = words.diagram;
  if (cell && face === null && cell.input.kind === "symbol")
    return valued({ name, value: symbolName(words, cell.input.symbol) });
  const value = cell?.of[id] ?? null;
  return value === null ? name : valued({ name, value: formatValue(value) });
}

export function CellNodeButton({ view, id, node, layout, onPoint, onChoose }: CellNodeButtonProps) {
  const words = useAllWords();
  const { name } = noteWords(words, node.note);
  const button = useRef<HTMLButtonElement>(null);
  const [x, y, width, height] = layout.nodes[id];
  useLive(view, ({ cell }) => {
    // A name that changes thirty times a second while it is being read out cannot be heard.
    if (button.current !== document.activeElement)
      setAttribute(button.current, "aria-label", said(words, name, id, node, cell));
  });
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
  return (
    <Button
      ref={button}
      className={styles.button}
      style={{
        left: percent(x - width / 2, layout.width),
        top: percent(y - height / 2, layout.height),
        width: percent(width, layout.width),
        height: percent(height, layout.height),
      }}
      aria-label={name}
      onHoverStart={() => onPoint(id)}
      onHoverEnd={() => onPoint(null)}
      onFocus={() => onChoose(id)}
      onBlur={() => onChoose(null)}
      onPress={() => onChoose(id)}
    />
  );
}
