/** Time on the stage: what is read, what is answered, the heatmaps and the slider, column under column, scrolling together. */
import { useRef } from "react";
import { useStore } from "zustand";
import { isWide } from "../../../data/isWide";
import { cellDescriptions } from "../../cells/registry";
import { useWords } from "../../words/useWords";
import { AnswerLanes } from "../lanes/AnswerLanes";
import { HeatmapRow } from "../lanes/HeatmapRow";
import { InputLane } from "../lanes/InputLane";
import { LayerLane } from "../lanes/LayerLane";
import { StageLane } from "../lanes/StageLane";
import { layerName } from "../layerWords";
import { PlayheadButtons } from "../PlayheadButtons";
import type { StageView, StageViewStore } from "../stageView";
import { TimeSlider } from "../TimeSlider";
import { useFollowPlayhead } from "../useFollowPlayhead";
import styles from "./SequencePanel.module.css";

interface SequencePanelProps {
  readonly view: StageViewStore;
  readonly symbols: readonly string[];
  readonly units: number;
}

/** CSS pixels that a column needs at least: so that its symbol can be read, or so that it can be seen at all. */
const narrowColumn = 8;
const wideColumn = 16;
const featureColumn = 1;

export function SequencePanel({ view, symbols, units }: SequencePanelProps) {
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  useFollowPlayhead(view, scroller, plot);
  const answer = useStore(view, (now) => now.answer);
  const cell = useStore(view, (now) => now.cellName);
  const layers = useStore(view, (now) => now.layers);
  const index = useStore(view, (now) => now.layerIndex);
  const several = layers.length > 1;
  const inStrip = useStore(view, answeredInStrip);
  const readsFeatures = useStore(view, ({ sequence }) => sequence?.input.kind === "features");
  const steps = symbols.length;
  const symbolColumn = symbols.some(isWide) ? wideColumn : narrowColumn;
  const minWidth = steps * (readsFeatures ? featureColumn : symbolColumn);
  return (
    <div ref={scroller} className={styles.scroller}>
      <div className={styles.lanes} style={{ minWidth }}>
        <InputLane view={view} symbols={symbols} answered={inStrip} />
        {answer && <AnswerLanes view={view} shape={answer} steps={steps} inStrip={inStrip} />}
        {several && <LayerLane layers={layers} index={index} />}
        {cellDescriptions[cell].rows.map((row) => (
          <HeatmapRow
            key={`${cell} ${row.id}`}
            view={view}
            row={row}
            steps={steps}
            units={units}
            layerName={several ? layerName(words, layers, index) : null}
          />
        ))}
        <StageLane label={<PlayheadButtons view={view} steps={steps} />}>
          <div ref={plot}>
            <TimeSlider steps={steps} />
          </div>
        </StageLane>
      </div>
    </div>
  );
}

/** Whether answers are as short as the symbols that are read, and can stand under them. */
function answeredInStrip({ answer, sequence }: StageView): boolean {
  if (sequence?.input.kind === "features") return false;
  if (!answer) return true;
  if (answer.kind !== "class") return false;
  const short = answer.labels.every((label) => typeof label === "string" && Array.from(label).length <= 2);
  return answer.next || (answer.at === "every" && short);
}
