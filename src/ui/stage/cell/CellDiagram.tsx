/** A cell's diagram for one unit at one time step, every wire with its number. Drawn once; the numbers live. */

import type { CellDescription } from "../../cells/cellDescription";
import { type CellLayout, vectorPaths } from "../../cells/cellLayout";
import { useAllWords } from "../../words/useWords";
import type { StageViewStore } from "../stageView";
import styles from "./CellDiagram.module.css";
import { CellNodeButton } from "./CellNodeButton";
import { CellNodeShape } from "./CellNodeShape";
import { CellWire } from "./CellWire";

interface CellDiagramProps {
  readonly view: StageViewStore;
  readonly description: CellDescription;
  readonly layout: CellLayout;
  readonly active: string;
  readonly onPoint: (id: string | null) => void;
  readonly onChoose: (id: string | null) => void;
}

export function CellDiagram({ view, description, layout, active, onPoint, onChoose }: CellDiagramProps) {
  const { cells } = useAllWords();
  const { width, height, fontSize, captions, wires } = layout;
  const nodes = Object.entries(description.nodes);
  const wired = nodes.flatMap(([id, node]) => {
    const wire = wires[id];
    return wire ? [{ id, node, wire }] : [];
  });
  return (
    <div className={styles.diagram}>
      <svg
        className={styles.drawing}
        viewBox={`0 0 ${width} ${height}`}
        fontSize={fontSize}
        aria-hidden="true"
      >
        <defs>
          <marker
            id="stage-arrow"
            viewBox="0 0 8 8"
            refX="6"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8Z" className={styles.arrow} />
          </marker>
        </defs>
        {vectorPaths(layout).map((paths) => {
          const d = paths.map((path) => path.d).join("");
          return (
            <g key={d}>
              <path d={d} className={styles.busGap} />
              <path d={d} className={styles.bus} />
            </g>
          );
        })}
        {wired.map(({ id, node, wire }) => (
          <CellWire key={id} view={view} id={id} node={node} wire={wire} layout={layout} />
        ))}
        {nodes.map(([id, node]) => (
          <CellNodeShape key={id} view={view} node={node} box={layout.nodes[id]} active={id === active} />
        ))}
        {captions.map(({ name, x, y, anchor }) => (
          <text key={name} x={x} y={y} textAnchor={anchor} className={styles.caption}>
            {cells.quantities[name]}
          </text>
        ))}
      </svg>
      {nodes.map(([id, node]) => (
        <CellNodeButton
          key={id}
          view={view}
          id={id}
          node={node}
          layout={layout}
          onPoint={onPoint}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}
