/** The button over a node: pointing at it, tabbing to it or pressing it shows the node's equation. */
import { useRef } from "react";
import { Button } from "react-aria-components";
import { formatValue } from "../format";
import { setAttribute } from "../probe/LiveText";
import type { StageViewStore } from "../stageView";
import { useLive } from "../useLive";
import styles from "./CellDiagram.module.css";
import type { CellLayout } from "./cellLayout";
import { cellNodes, type NodeId, nodeValue } from "./cellNodes";

interface CellNodeButtonProps {
  readonly view: StageViewStore;
  readonly id: NodeId;
  readonly layout: CellLayout;
  readonly onPoint: (id: NodeId | null) => void;
  readonly onChoose: (id: NodeId | null) => void;
}

export function CellNodeButton({ view, id, layout, onPoint, onChoose }: CellNodeButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const { name } = cellNodes[id];
  const [x, y, width, height] = layout.nodes[id];
  useLive(view, ({ cell }) => {
    const value = cell && nodeValue[id](cell);
    const said =
      cell && id === "x" && cell.symbol !== ""
        ? `${name}: ${cell.symbol}`
        : value === null
          ? name
          : `${name}: ${formatValue(value)}`;
    // A name that changes thirty times a second while it is being read out cannot be heard.
    if (button.current !== document.activeElement) setAttribute(button.current, "aria-label", said);
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
