/** The cell at the step and unit on show: the diagram, the equation that is pointed at, and what comes next. */

import { useRef, useState } from "react";
import { useStore } from "zustand";
import type { AllWords } from "../../../words/catalogue";
import { noteWords } from "../../cells/noteWords";
import { cellDescriptions } from "../../cells/registry";
import { Choice } from "../../controls/Choice";
import { OnDemand } from "../../controls/OnDemand";
import { useAllWords } from "../../words/useWords";
import { layerName } from "../layerWords";
import { AnswerPanel } from "../probe/AnswerPanel";
import { LiveText } from "../probe/LiveText";
import type { StageView, StageViewStore } from "../stageView";
import { symbolGlyph } from "../symbols";
import { useElementWidth } from "../useElementWidth";
import { CellDiagram } from "./CellDiagram";
import styles from "./CellPanel.module.css";
import { CellTable } from "./CellTable";
import { Equation } from "./Equation";
import { SaveCell } from "./SaveCell";
import { UnitField } from "./UnitField";
import { UnrolledCell } from "./UnrolledCell";
import { paceMs, useWalk } from "./useWalk";
import { WalkBar } from "./WalkBar";

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

function placeText(words: AllWords, { time, unit, symbols, layers, layerIndex }: StageView): string {
  const symbol = symbols[time] ?? "";
  return words.diagram.place({
    step: time,
    symbol: symbol === "" ? null : symbolGlyph(symbol),
    layer: layers.length > 1 ? layerName(words, layers, layerIndex) : null,
    unit,
  });
}

export function CellPanel({ view, units }: CellPanelProps) {
  const words = useAllWords();
  const { diagram } = words;
  const panel = useRef<HTMLElement>(null);
  const diagramBox = useRef<HTMLDivElement>(null);
  const width = useElementWidth(panel);
  const size = width >= narrowestWide ? "wide" : "compact";
  const [pointed, setPointed] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [form, setForm] = useState<"step" | "unrolled">("step");
  const cell = useStore(view, (now) => now.cellName);
  const description = cellDescriptions[cell];
  const ids = Object.keys(description.nodes);
  const walk = useWalk(ids.length);
  const reached = walk.at === null ? null : ids[walk.at];
  // A node that was pointed at may not be in another cell.
  const active =
    [pointed, reached, chosen].find((id) => id !== null && id in description.nodes) ?? description.result;
  return (
    <section
      ref={panel}
      className={styles.panel}
      aria-label={diagram.cell}
      data-arrangement={form === "unrolled" ? form : arrangementOf(width)}
    >
      <header className={styles.header}>
        <h2 className={styles.title}>
          {diagram.cell}{" "}
          <LiveText view={view} className={styles.place} text={(now) => placeText(words, now)} />
        </h2>
        <Choice
          label={diagram.form}
          labelHidden
          value={form}
          options={[
            { value: "step", label: diagram.oneStep },
            { value: "unrolled", label: diagram.unrolled },
          ]}
          onChange={setForm}
        />
        <UnitField units={units} />
      </header>
      {form === "unrolled" ? (
        <UnrolledCell view={view} description={description} />
      ) : (
        <>
          <div ref={diagramBox} className={styles.diagram}>
            <CellDiagram
              key={`${cell} ${size}`}
              view={view}
              description={description}
              layout={description[size]}
              active={active}
              walked={walk.at === null ? null : { at: walk.at, stayMs: paceMs[walk.pace] }}
              onPoint={setPointed}
              onChoose={setChosen}
            />
          </div>
          <div className={styles.walk}>
            <WalkBar
              walk={walk}
              count={ids.length}
              name={noteWords(words, description.nodes[reached ?? description.result].note).name}
            />
            <p className={styles.hint}>{diagram.about}</p>
            <SaveCell view={view} description={description} of={diagramBox} place={placeText} />
          </div>
          <div className={styles.equation}>
            <Equation key={`${cell} ${active}`} view={view} node={description.nodes[active]} />
            <OnDemand title={diagram.allEquations} level={3}>
              {() => <CellTable view={view} cell={cell} />}
            </OnDemand>
          </div>
          <div className={styles.next}>
            <AnswerPanel view={view} />
          </div>
        </>
      )}
    </section>
  );
}
