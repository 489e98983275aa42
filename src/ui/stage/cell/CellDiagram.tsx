/** The reset-after GRU cell of one unit at one time step, every wire with its number. Drawn once; the numbers live. */

import type { StageViewStore } from "../stageView";
import styles from "./CellDiagram.module.css";
import { CellNodeButton } from "./CellNodeButton";
import { CellNodeShape } from "./CellNodeShape";
import { CellWire } from "./CellWire";
import { type CellLayout, type WireId, wireScale } from "./cellLayout";
import { type NodeId, nodeIds } from "./cellNodes";

interface CellDiagramProps {
  readonly view: StageViewStore;
  readonly layout: CellLayout;
  readonly active: NodeId;
  readonly onPoint: (id: NodeId | null) => void;
  readonly onChoose: (id: NodeId | null) => void;
}

const isWire = (id: NodeId): id is WireId => id in wireScale;
const wireIds = nodeIds.filter(isWire);

export function CellDiagram({ view, layout, active, onPoint, onChoose }: CellDiagramProps) {
  const { width, height, fontSize, buses, captions } = layout;
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
        {buses.map((path) => (
          <g key={path}>
            <path d={path} className={styles.busGap} />
            <path d={path} className={styles.bus} />
          </g>
        ))}
        {wireIds.map((id) => (
          <CellWire key={id} view={view} id={id} layout={layout} />
        ))}
        {nodeIds.map((id) => (
          <CellNodeShape key={id} view={view} id={id} layout={layout} active={id === active} />
        ))}
        {captions.map(({ text, x, y, anchor }) => (
          <text key={text} x={x} y={y} textAnchor={anchor} className={styles.caption}>
            {text}
          </text>
        ))}
      </svg>
      {nodeIds.map((id) => (
        <CellNodeButton key={id} view={view} id={id} layout={layout} onPoint={onPoint} onChoose={onChoose} />
      ))}
    </div>
  );
}
