/** A node as it is drawn; the button that makes it reachable lies over it (CellNodeButton). */
import { useRef } from "react";
import type { CellNode } from "../../cells/cellDescription";
import type { NodeBox } from "../../cells/cellLayout";
import quantity from "../../styles/quantity.module.css";
import { setText } from "../probe/LiveText";
import type { StageView, StageViewStore } from "../stageView";
import { symbolGlyph } from "../symbols";
import { useLive } from "../useLive";
import styles from "./CellDiagram.module.css";
import { SubscriptText } from "./SubscriptText";

interface CellNodeShapeProps {
  readonly view: StageViewStore;
  readonly node: CellNode;
  readonly box: NodeBox;
  /** Whether its equation is on show. */
  readonly active: boolean;
  /** Whether a walk has yet to come to it. */
  readonly isPending: boolean;
}

export function CellNodeShape({
  view,
  node: { face, shape, role },
  box,
  active,
  isPending,
}: CellNodeShapeProps) {
  const [x, y, width, height] = box;
  const radius = shape === "box" ? 5 : height / 2;
  return (
    <g
      className={`${quantity.quantity} ${styles.node}`}
      data-shape={shape}
      data-quantity={role ?? undefined}
      data-active={active || undefined}
      data-pending={isPending || undefined}
    >
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={radius} />
      {face === null ? <InputFace view={view} x={x} y={y} /> : <SubscriptText x={x} y={y} text={face} />}
    </g>
  );
}

interface InputFaceProps {
  readonly view: StageViewStore;
  readonly x: number;
  readonly y: number;
}

/** The symbol that the layer reads, if it is the first and reads symbols. */
const inputGlyph = ({ cell, symbols, time }: StageView): string =>
  cell && cell.input.kind !== "symbol" ? "x" : symbolGlyph(symbols[time] ?? "") || "x";

function InputFace({ view, x, y }: InputFaceProps) {
  const text = useRef<SVGTextElement>(null);
  useLive(view, (now) => setText(text.current, inputGlyph(now)));
  return (
    <text ref={text} x={x} y={y} textAnchor="middle" dominantBaseline="central" className={styles.symbol} />
  );
}
