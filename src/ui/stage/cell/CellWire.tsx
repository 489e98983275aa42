/** A wire of the cell diagram: a pipe filled with the colour of the number it carries, and the number beside it. */
import { useRef } from "react";
import { formatValue } from "../format";
import type { Role } from "../lanes/rows";
import { colourOf, colourScale } from "../paint/colourScale";
import { setText } from "../probe/LiveText";
import type { StageViewStore } from "../stageView";
import { useLive } from "../useLive";
import styles from "./CellDiagram.module.css";
import { type CellLayout, type WireId, wireScale } from "./cellLayout";
import { nodeValue } from "./cellNodes";

interface CellWireProps {
  readonly view: StageViewStore;
  readonly id: WireId;
  readonly layout: CellLayout;
}

const names: Readonly<
  Partial<Record<WireId, { readonly text: string; readonly quantity: Role; readonly product: boolean }>>
> = {
  hPrevious: { text: "h′", quantity: "h", product: false },
  z: { text: "z", quantity: "z", product: false },
  r: { text: "r", quantity: "r", product: false },
  n: { text: "n", quantity: "n", product: false },
  oneMinus: { text: "1−z", quantity: "z", product: false },
  keep: { text: "z⊙h′", quantity: "z", product: true },
  take: { text: "(1−z)⊙n", quantity: "n", product: true },
};

export function CellWire({ view, id, layout }: CellWireProps) {
  const pipe = useRef<SVGGElement>(null);
  const number = useRef<SVGTSpanElement>(null);
  const { paths, label } = layout.wires[id];
  const name = names[id];
  useLive(view, ({ cell, theme }) => {
    const value = cell && nodeValue[id](cell);
    const colour = value === null ? null : colourOf(colourScale(wireScale[id], theme), value);
    pipe.current?.style.setProperty("stroke", colour ?? "var(--sunken)");
    setText(number.current, formatValue(value, layout.decimals));
  });
  return (
    <g>
      <g className={styles.casing}>
        {paths.map((path) => (
          <path key={path} d={path} />
        ))}
      </g>
      <g ref={pipe} className={styles.pipe} markerEnd="url(#stage-arrow)">
        {paths.map((path) => (
          <path key={path} d={path} />
        ))}
      </g>
      <text x={label.x} y={label.y} textAnchor={label.anchor} className={styles.number}>
        {name && (layout.namesProducts || !name.product) && (
          <tspan className={styles.name} data-quantity={name.quantity}>
            {`${name.text} `}
          </tspan>
        )}
        <tspan ref={number} {...(label.stacked && { x: label.x, dy: "1.35em" })} />
      </text>
    </g>
  );
}
