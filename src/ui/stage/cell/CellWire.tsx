/**
 * A wire of the cell diagram: a pipe in the colour of the number it carries and as wide as that is large, and the number beside it. Those
 * of gates, by whose numbers others are multiplied, are dashed in a casing of the gate's hue.
 */
import { useRef } from "react";
import { type CellNode, isControl } from "../../cells/cellDescription";
import { type CellLayout, pathsFrom, type Wire } from "../../cells/cellLayout";
import quantity from "../../styles/quantity.module.css";
import { formatValue } from "../format";
import { setStyle, setText } from "../probe/LiveText";
import type { StageViewStore } from "../stageView";
import { useLive } from "../useLive";
import styles from "./CellDiagram.module.css";
import { wireLook } from "./wireLook";

interface CellWireProps {
  readonly view: StageViewStore;
  /** Of the node whose number it carries. */
  readonly id: string;
  readonly node: CellNode;
  readonly wire: Wire;
  readonly layout: CellLayout;
  /** The node that a walk has reached. */
  readonly into: string | null;
  /** Whether it has yet to come to the one that this wire comes from. */
  readonly isPending: boolean;
}

const casingWidth = 2;
/** Where a picture leaves the page, a space would not do: some programs drop one at the end of a piece of text. */
const afterName = "0.6em";

export function CellWire({ view, id, node, wire: { to, label }, layout, into, isPending }: CellWireProps) {
  const wire = useRef<SVGGElement>(null);
  const pipe = useRef<SVGGElement>(null);
  const number = useRef<SVGTSpanElement>(null);
  const { called, role } = node;
  const name = called && (layout.namesAll || !called.optional) ? called.text : null;
  useLive(view, ({ cell, theme }) => {
    const value = cell?.of[id] ?? null;
    const { colour, width } = wireLook(node, value, theme);
    setStyle(wire.current, "--pipe", `${width}px`);
    setStyle(wire.current, "--casing", `${width + casingWidth}px`);
    setStyle(pipe.current, "stroke", colour ?? "var(--sunken)");
    setText(number.current, formatValue(value, layout.decimals));
  });
  const paths = pathsFrom(layout, id, to).map((path) => (
    <path key={path.to} d={path.d} data-coming={path.to === into || undefined} />
  ));
  return (
    <g
      ref={wire}
      className={`${quantity.quantity} ${styles.wire}`}
      data-wire={id}
      data-quantity={role ?? undefined}
      data-control={isControl(node) || undefined}
      data-pending={isPending || undefined}
    >
      <g className={styles.casing}>{paths}</g>
      <g ref={pipe} className={styles.pipe} data-pipe markerEnd="url(#stage-arrow)">
        {paths}
      </g>
      {label && (
        <text x={label.x} y={label.y} textAnchor={label.anchor} className={styles.number}>
          {name !== null && (
            <tspan className={`${quantity.quantity} ${styles.name}`} data-quantity={role ?? undefined}>
              {name}
            </tspan>
          )}
          <tspan
            ref={number}
            {...(label.stacked ? { x: label.x, dy: "1.35em" } : name && { dx: afterName })}
          />
        </text>
      )}
    </g>
  );
}
