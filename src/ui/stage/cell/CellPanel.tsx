/** The cell at the step and unit on show: the diagram, the equation that is pointed at, and what comes next. */

import { useRef, useState } from "react";
import { useStore } from "zustand";
import { cellDescriptions } from "../../cells/registry";
import { OnDemand } from "../../controls/OnDemand";
import { layerName } from "../layerWords";
import { AnswerPanel } from "../probe/AnswerPanel";
import { LiveText } from "../probe/LiveText";
import type { StageView, StageViewStore } from "../stageView";
import { quotedSymbol } from "../symbols";
import { useElementWidth } from "../useElementWidth";
import { CellDiagram } from "./CellDiagram";
import styles from "./CellPanel.module.css";
import { CellTable } from "./CellTable";
import { Equation } from "./Equation";
import { UnitField } from "./UnitField";

interface CellPanelProps {
  readonly view: StageViewStore;
  readonly units: number;
}

/** Below this the wide diagram's text would be smaller than 11 px. */
const narrowestWide = 680;

/** How the parts of the panel stand at a width: what comes next is beside the diagram wherever both have room. */
function arrangementOf(width: number): "stacked" | "compactBeside" | "wide" | "wideBeside" {
  if (width >= 980) return "wideBeside";
  if (width >= narrowestWide) return "wide";
  return width >= 540 ? "compactBeside" : "stacked";
}

function placeText({ time, unit, symbols, layers, layerIndex }: StageView): string {
  const symbol = symbols[time] ?? "";
  const reading = symbol === "" ? "" : `reading ${quotedSymbol(symbol)}, `;
  const layer = layers.length > 1 ? `${layerName(layers, layerIndex)}, ` : "";
  return `at t = ${time}, ${reading}${layer}unit ${unit}`;
}

export function CellPanel({ view, units }: CellPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const width = useElementWidth(panel);
  const size = width >= narrowestWide ? "wide" : "compact";
  const [pointed, setPointed] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const cell = useStore(view, (now) => now.cellName);
  const description = cellDescriptions[cell];
  // A node that was pointed at may not be in another cell.
  const active = [pointed, chosen].find((id) => id !== null && id in description.nodes) ?? description.result;
  return (
    <section
      ref={panel}
      className={styles.panel}
      aria-label="The cell"
      data-arrangement={arrangementOf(width)}
    >
      <header className={styles.header}>
        <h2 className={styles.title}>
          The cell <LiveText view={view} className={styles.place} text={placeText} />
        </h2>
        <UnitField units={units} />
      </header>
      <div className={styles.diagram}>
        <CellDiagram
          key={`${cell} ${size}`}
          view={view}
          description={description}
          layout={description[size]}
          active={active}
          onPoint={setPointed}
          onChoose={setChosen}
        />
      </div>
      <p className={styles.hint}>
        Each wire has the colour of its number on the scales above. Point at a part, or tab to it, for its
        equation.
      </p>
      <div className={styles.equation}>
        <Equation key={`${cell} ${active}`} view={view} node={description.nodes[active]} />
        <OnDemand title="All equations of this cell" level={3}>
          {() => <CellTable view={view} cell={cell} />}
        </OnDemand>
      </div>
      <div className={styles.next}>
        <AnswerPanel view={view} />
      </div>
    </section>
  );
}
