/** A cell's diagram for one unit at one time step, every wire with its number. Drawn once; the numbers live. */

import type { CellDescription } from "../../cells/cellDescription";
import { type CellLayout, pathsInto, vectorPaths } from "../../cells/cellLayout";
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
  /** The node that a walk has reached, and how long it stays. */
  readonly walked: { readonly at: number; readonly stayMs: number } | null;
  readonly onPoint: (id: string | null) => void;
  readonly onChoose: (id: string | null) => void;
}

export function CellDiagram({
  view,
  description,
  layout,
  active,
  walked,
  onPoint,
  onChoose,
}: CellDiagramProps) {
  const { cells } = useAllWords();
  const { width, height, fontSize, captions, wires } = layout;
  const nodes = Object.entries(description.nodes);
  const place = (id: string) => nodes.findIndex(([name]) => name === id);
  const isPending = (id: string) => walked !== null && place(id) > walked.at;
  const reached = walked && nodes[walked.at]?.[0];
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
          <CellWire
            key={id}
            view={view}
            id={id}
            node={node}
            wire={wire}
            layout={layout}
            into={reached ?? null}
            isPending={isPending(id)}
          />
        ))}
        {nodes.map(([id, node]) => (
          <CellNodeShape
            key={id}
            view={view}
            node={node}
            box={layout.nodes[id]}
            active={id === active}
            isPending={isPending(id)}
          />
        ))}
        {reached &&
          pathsInto(layout, reached).map(({ from, d }) => (
            <circle
              key={`${from} ${reached}`}
              r={5}
              className={styles.token}
              style={{ offsetPath: `path("${d}")`, animationDuration: `${walked.stayMs * 0.7}ms` }}
            />
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
