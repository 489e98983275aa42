/** The cell at the step and unit on show: the diagram, the equation that is pointed at, and what comes next. */

import { useRef, useState } from "react";
import { useStore } from "zustand";
import { AnswerPanel } from "../probe/AnswerPanel";
import { LiveText } from "../probe/LiveText";
import type { StageView, StageViewStore } from "../stageView";
import { quotedSymbol } from "../symbols";
import { useElementWidth } from "../useElementWidth";
import { CellDiagram } from "./CellDiagram";
import styles from "./CellPanel.module.css";
import { CellTable } from "./CellTable";
import { compactLayout, wideLayout } from "./cellLayout";
import type { NodeId } from "./cellNodes";
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

function placeText({ time, unit, symbols }: StageView): string {
  const symbol = symbols[time] ?? "";
  return `at t = ${time}, ${symbol === "" ? "" : `reading ${quotedSymbol(symbol)}, `}unit ${unit}`;
}

export function CellPanel({ view, units }: CellPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const width = useElementWidth(panel);
  const wide = width >= narrowestWide;
  const [pointed, setPointed] = useState<NodeId | null>(null);
  const [chosen, setChosen] = useState<NodeId | null>(null);
  const cell = useStore(view, (now) => now.cellName);
  const active = pointed ?? chosen ?? "h";
  return (
    <section
      ref={panel}
      className={styles.panel}
      aria-label="The cell"
      data-cell={cell === "gru" ? "diagram" : "table"}
      data-arrangement={arrangementOf(width)}
    >
      <header className={styles.header}>
        <h2 className={styles.title}>
          The cell <LiveText view={view} className={styles.place} text={placeText} />
        </h2>
        <UnitField units={units} />
      </header>
      {cell === "gru" ? (
        <>
          <div className={styles.diagram}>
            <CellDiagram
              view={view}
              layout={wide ? wideLayout : compactLayout}
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
            <Equation view={view} id={active} />
          </div>
        </>
      ) : (
        <div className={styles.diagram}>
          <CellTable view={view} cell={cell} />
        </div>
      )}
      <div className={styles.next}>
        <AnswerPanel view={view} />
      </div>
    </section>
  );
}
