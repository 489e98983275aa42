/** Time on the stage: the symbols, the four heatmaps and the slider, column under column, scrolling together. */
import { useRef } from "react";
import type { PlaygroundStore } from "../../store/store";
import { HeatmapRow } from "./HeatmapRow";
import { LiveText } from "./LiveText";
import { PlayheadButtons } from "./PlayheadButtons";
import { stageRows } from "./rows";
import styles from "./SequencePanel.module.css";
import { SequenceStrip } from "./SequenceStrip";
import { StageLane } from "./StageLane";
import type { StageView, StageViewStore } from "./stageView";
import { isWide } from "./symbols";
import { TimeSlider } from "./TimeSlider";
import { useFollowPlayhead } from "./useFollowPlayhead";

interface SequencePanelProps {
  readonly store: PlaygroundStore;
  readonly view: StageViewStore;
  readonly symbols: readonly string[];
  readonly units: number;
}

/** CSS pixels that a column needs at least, so that its symbol can be read. */
const narrowColumn = 8;
const wideColumn = 16;

export function SequencePanel({ store, view, symbols, units }: SequencePanelProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  useFollowPlayhead(view, scroller, plot);
  const steps = symbols.length;
  const minWidth = steps * (symbols.some(isWide) ? wideColumn : narrowColumn);
  return (
    <div ref={scroller} className={styles.scroller}>
      <div className={styles.lanes} style={{ minWidth }}>
        <StageLane label={<StripLabel view={view} />}>
          <div ref={plot}>
            <SequenceStrip store={store} view={view} symbols={symbols} />
          </div>
        </StageLane>
        {stageRows.map((row) => (
          <HeatmapRow key={row.id} store={store} view={view} row={row} steps={steps} units={units} />
        ))}
        <StageLane label={<PlayheadButtons store={store} view={view} steps={steps} />}>
          <TimeSlider store={store} steps={steps} />
        </StageLane>
      </div>
    </div>
  );
}

function StripLabel({ view }: { readonly view: StageViewStore }) {
  return (
    <div className={styles.stripLabel}>
      <span>reads</span>
      <LiveText view={view} className={styles.soft} text={scoreText} />
    </div>
  );
}

function scoreText({ snapshot, predictions }: StageView): string {
  if (!snapshot) return "expects";
  const known = predictions.filter(({ right }) => right !== null);
  return `expects: ${known.filter(({ right }) => right).length}/${known.length} right`;
}
