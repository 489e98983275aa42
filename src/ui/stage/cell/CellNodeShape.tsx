/** A node as it is drawn; the button that makes it reachable lies over it (CellNodeButton). */
import { useRef } from "react";
import { setText } from "../probe/LiveText";
import type { StageViewStore } from "../stageView";
import { symbolGlyph } from "../symbols";
import { useLive } from "../useLive";
import styles from "./CellDiagram.module.css";
import type { CellLayout } from "./cellLayout";
import { cellNodes, type NodeId } from "./cellNodes";
import { SubscriptText } from "./SubscriptText";

interface CellNodeShapeProps {
  readonly view: StageViewStore;
  readonly id: NodeId;
  readonly layout: CellLayout;
  /** Whether its equation is on show. */
  readonly active: boolean;
}

export function CellNodeShape({ view, id, layout, active }: CellNodeShapeProps) {
  const { face, shape, quantity } = cellNodes[id];
  const [x, y, width, height] = layout.nodes[id];
  const radius = shape === "box" ? 5 : height / 2;
  return (
    <g
      className={styles.node}
      data-shape={shape}
      data-quantity={quantity ?? undefined}
      data-active={active || undefined}
    >
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={radius} />
      {face === null ? <SymbolFace view={view} x={x} y={y} /> : <SubscriptText x={x} y={y} text={face} />}
    </g>
  );
}

function SymbolFace({
  view,
  x,
  y,
}: {
  readonly view: StageViewStore;
  readonly x: number;
  readonly y: number;
}) {
  const text = useRef<SVGTextElement>(null);
  useLive(view, ({ symbols, time }) => setText(text.current, symbolGlyph(symbols[time] ?? "") || "x"));
  return (
    <text ref={text} x={x} y={y} textAnchor="middle" dominantBaseline="central" className={styles.symbol} />
  );
}
