/** A wire of the cell diagram: a pipe filled with the colour of the number it carries, and the number beside it. */
import { useRef } from "react";
import type { CellNode } from "../../cells/cellDescription";
import { type CellLayout, pathsFrom, type Wire } from "../../cells/cellLayout";
import quantity from "../../styles/quantity.module.css";
import { formatValue } from "../format";
import { colourOf, colourScale } from "../paint/colourScale";
import { setText } from "../probe/LiveText";
import type { StageViewStore } from "../stageView";
import { useLive } from "../useLive";
import styles from "./CellDiagram.module.css";

interface CellWireProps {
  readonly view: StageViewStore;
  /** Of the node whose number it carries. */
  readonly id: string;
  readonly node: CellNode;
  readonly wire: Wire;
  readonly layout: CellLayout;
}

export function CellWire({ view, id, node, wire: { to, label }, layout }: CellWireProps) {
  const pipe = useRef<SVGGElement>(null);
  const number = useRef<SVGTSpanElement>(null);
  const { called, role, scale } = node;
  useLive(view, ({ cell, theme }) => {
    const value = cell?.of[id] ?? null;
    const colour = value === null ? null : colourOf(colourScale(scale, theme), value);
    pipe.current?.style.setProperty("stroke", colour ?? "var(--sunken)");
    setText(number.current, formatValue(value, layout.decimals));
  });
  const paths = pathsFrom(layout, id, to).map((path) => <path key={path.to} d={path.d} />);
  return (
    <g>
      <g className={styles.casing}>{paths}</g>
      <g ref={pipe} className={styles.pipe} markerEnd="url(#stage-arrow)">
        {paths}
      </g>
      {label && (
        <text x={label.x} y={label.y} textAnchor={label.anchor} className={styles.number}>
          {called && (layout.namesAll || !called.optional) && (
            <tspan className={`${quantity.quantity} ${styles.name}`} data-quantity={role ?? undefined}>
              {`${called.text} `}
            </tspan>
          )}
          <tspan ref={number} {...(label.stacked && { x: label.x, dy: "1.35em" })} />
        </text>
      )}
    </g>
  );
}
