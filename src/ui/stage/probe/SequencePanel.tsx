/** Time on the stage: what is read, what is answered, the heatmaps and the slider, column under column, scrolling together. */
import { useMemo, useRef } from "react";
import { useStore } from "zustand";
import { isWide } from "../../../data/isWide";
import { cellDescriptions } from "../../cells/registry";
import { usePlayground } from "../../usePlaygroundStore";
import { useWords } from "../../words/useWords";
import { AnswerLanes } from "../lanes/AnswerLanes";
import { BoxLane } from "../lanes/BoxLane";
import { HeatmapRow } from "../lanes/HeatmapRow";
import { InputLane } from "../lanes/InputLane";
import { LayerLane } from "../lanes/LayerLane";
import { LaneWindowContext, rowPixels } from "../lanes/laneWindow";
import { StageLane } from "../lanes/StageLane";
import { UnitLanes } from "../lanes/UnitLane";
import { UnitsLane } from "../lanes/UnitsLane";
import { useFollowUnit } from "../lanes/useFollowUnit";
import { useLaneRoom } from "../lanes/useLaneRoom";
import { useLaneWindow } from "../lanes/useLaneWindow";
import { useLaneZoom } from "../lanes/useLaneZoom";
import { layerName } from "../layerWords";
import { PlayheadButtons } from "../PlayheadButtons";
import { readingDirection } from "../readingDirection";
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
const narrowColumn = 6.5;
const wideColumn = 16;
const featureColumn = 1;

export function SequencePanel({ view, symbols, units }: SequencePanelProps) {
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const laneWindow = useLaneWindow(scroller, plot);
  useFollowPlayhead(view, scroller, laneWindow);
  const chosenRow = usePlayground((state) => state.rowHeight);
  const column = usePlayground((state) => state.columnWidth);
  const answer = useStore(view, (now) => now.answer);
  const cell = useStore(view, (now) => now.cellName);
  const { rows } = cellDescriptions[cell];
  const layers = useStore(view, (now) => now.layers);
  const index = useStore(view, (now) => now.layerIndex);
  const several = layers.length > 1;
  const inStrip = useStore(view, answeredInStrip);
  const readsFeatures = useStore(view, ({ sequence }) => sequence?.input.kind === "features");
  const steps = symbols.length;
  const lanes = rows.filter(({ of }) => of === "units").length;
  const { most, least } = useLaneRoom(scroller, lanes, answer, steps);
  const row = rowPixels(units, chosenRow, least);
  useFollowUnit(view, laneWindow, units, row, most);
  const direction = useMemo(() => readingDirection(symbols), [symbols]);
  const symbolColumn = symbols.some(isWide) ? wideColumn : narrowColumn;
  // What was chosen is the width of the plots; what is only wished for gives way to the labels beside them.
  const boxSizing = column === null ? "border-box" : "content-box";
  const minWidth = steps * (column ?? (readsFeatures ? featureColumn : symbolColumn));
  const zoom = useLaneZoom({ view, scroller, store: laneWindow, steps, units, row, most, least });
  return (
    <LaneWindowContext value={laneWindow}>
      <div ref={scroller} className={styles.scroller} data-lanes data-direction={direction}>
        <div className={styles.lanes} style={{ minWidth, boxSizing }}>
          <InputLane view={view} symbols={symbols} answered={inStrip} />
          {answer && <AnswerLanes view={view} shape={answer} steps={steps} inStrip={inStrip} />}
          {several && <LayerLane view={view} layers={layers} index={index} />}
          <UnitsLane
            view={view}
            steps={steps}
            units={units}
            row={row}
            most={most}
            zoom={zoom}
            answered={inStrip}
          />
          {rows.map((one) => (
            <HeatmapRow
              key={`${cell} ${one.id}`}
              view={view}
              row={one}
              steps={steps}
              units={units}
              height={row}
              most={most}
              layerName={several ? layerName(words, layers, index) : null}
            />
          ))}
          <BoxLane view={view} />
          <UnitLanes view={view} steps={steps} />
          <StageLane label={<PlayheadButtons view={view} steps={steps} />}>
            <div ref={plot}>
              <TimeSlider steps={steps} direction={direction} />
            </div>
          </StageLane>
        </div>
      </div>
    </LaneWindowContext>
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
