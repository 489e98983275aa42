/** Above the lanes of units: in which order they stand, how large rows and steps are, and where one is among all of them. */

import {
  ArrowDownWideNarrow,
  type LucideIcon,
  Maximize2,
  Minus,
  Plus,
  RotateCcw,
  ZoomIn,
} from "lucide-react";
import { type ReactNode, useState } from "react";
import { useStore } from "zustand";
import type { UnitOrderName } from "../../../store/state";
import { unitOrders } from "../../../store/state";
import { say } from "../../../words/say";
import { cellDescriptions } from "../../cells/registry";
import { Action } from "../../controls/Action";
import { Explanation } from "../../controls/Explanation";
import { SelectField } from "../../controls/SelectField";
import { laterPart } from "../../laterPart";
import layout from "../../styles/layout.module.css";
import text from "../../styles/text.module.css";
import { usePlayground, usePlaygroundStore } from "../../usePlaygroundStore";
import { useWords } from "../../words/useWords";
import { hasOrder, orderWords } from "../order/orderUnits";
import type { StageViewStore } from "../stageView";
import { symbolName } from "../symbols";
import { LaneMap } from "./LaneMap";
import { showsAllSteps, useLaneWindowStore, widestColumn } from "./laneWindow";
import { StageLane } from "./StageLane";
import styles from "./UnitsLane.module.css";
import { useEffects } from "./useEffects";
import type { LaneZoom } from "./useLaneZoom";

interface UnitsLaneProps {
  readonly view: StageViewStore;
  readonly steps: number;
  readonly units: number;
  /** CSS pixels of a unit. */
  readonly row: number;
  /** What a lane of them has room for. */
  readonly most: number;
  readonly zoom: LaneZoom;
  /** Whether under each symbol stands what is expected there. */
  readonly answered: boolean;
}

const SaveLanes = laterPart((parts) => parts.SaveLanes, <div className={styles.awaited} />);

export function UnitsLane({ view, steps, units, row, most, zoom, answered }: UnitsLaneProps) {
  const { stage } = useWords();
  useEffects(view);
  const [isOpen, setOpen] = useState(false);
  return (
    <StageLane label={<OrderChoice view={view} />} isToolbar>
      <div className={`${layout.inSight} ${styles.tools}`} data-open={isOpen || undefined}>
        <OrderSaid view={view} />
        <div className={styles.opener}>
          <Action
            weight="quiet"
            onPress={() => setOpen(!isOpen)}
            aria-label={stage.zoom}
            aria-expanded={isOpen}
          >
            <ZoomIn size={16} aria-hidden="true" />
          </Action>
        </div>
        <ZoomButtons steps={steps} row={row} zoom={zoom}>
          <SaveLanes view={view} answered={answered} />
        </ZoomButtons>
        <Explanation of={stage.lanes}>{stage.lanesAbout}</Explanation>
        <LaneMap view={view} steps={steps} units={units} row={row} most={most} />
      </div>
    </StageLane>
  );
}

function OrderChoice({ view }: Pick<UnitsLaneProps, "view">) {
  const store = usePlaygroundStore();
  const { stage } = useWords();
  const order = usePlayground((state) => state.unitOrder);
  const cell = useStore(view, (now) => now.cellName);
  const options = unitOrders
    .filter((name) => hasOrder(cellDescriptions[cell], name))
    .map((value): { value: UnitOrderName; label: string; about: string } => ({
      value,
      ...stage.orders[orderWords(cellDescriptions[cell], value)],
    }));
  // A cell that has no such order shows its units as they are stored.
  const shown = hasOrder(cellDescriptions[cell], order) ? order : "stored";
  return (
    <div className={styles.choice}>
      <SelectField
        label={stage.order}
        layout="row"
        value={shown}
        options={options}
        onChange={(name) => store.getState().orderUnits(name)}
      />
    </div>
  );
}

function OrderSaid({ view }: Pick<UnitsLaneProps, "view">) {
  const store = usePlaygroundStore();
  const words = useWords();
  const { stage } = words;
  const order = usePlayground((state) => state.unitOrder);
  const effects = usePlayground((state) => state.looks.effects.value);
  const labels = useStore(view, ({ answer }) => (answer?.kind === "class" ? answer.labels : null));
  const step = useStore(view, (now) => now.orderedAtStep);
  const isSorted = order !== "stored" && step !== null && (order !== "effect" || effects !== null);
  const empty = isSorted ? undefined : order === "stored" ? "" : "awaited";
  const said = () => {
    if (order !== "effect" || !effects) return step === null ? "" : stage.sortedAt({ step });
    const label = labels?.[effects.output];
    const symbol = label === undefined ? null : symbolName(words, say(words, label));
    return stage.sortedByEffect({ time: effects.time, symbol });
  };
  return (
    <div className={styles.said} data-empty={empty}>
      <span className={`${text.hint} ${styles.step}`} role="status">
        {isSorted && said()}
      </span>
      {isSorted && (
        <Action weight="quiet" onPress={() => store.getState().sortAgain()} aria-label={stage.sortAgain}>
          <ArrowDownWideNarrow size={14} aria-hidden="true" />
        </Action>
      )}
    </div>
  );
}

interface ZoomButtonsProps extends Pick<UnitsLaneProps, "steps" | "row" | "zoom"> {
  /** What stands after them. */
  readonly children: ReactNode;
}

function ZoomButtons({ steps, row, zoom, children }: ZoomButtonsProps) {
  const { stage } = useWords();
  const laneWindow = useLaneWindowStore();
  const column = useStore(laneWindow, ({ full }) => full / steps);
  const fits = useStore(laneWindow, showsAllSteps);
  const isZoomed = usePlayground((state) => state.rowHeight !== null || state.columnWidth !== null);
  const { heights } = zoom;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would stand above the buttons
    <div className={styles.zoom} role="group" aria-label={stage.zoom}>
      <span className={text.hint}>{stage.rowsOfUnits}</span>
      <ZoomButton
        label={stage.lowerRows}
        icon={Minus}
        isAtEnd={row <= heights[0]}
        onPress={() => zoom.rows(-1)}
      />
      <ZoomButton
        label={stage.higherRows}
        icon={Plus}
        isAtEnd={row >= heights[heights.length - 1]}
        onPress={() => zoom.rows(1)}
      />
      <span className={text.hint}>{stage.stepsOfTime}</span>
      <ZoomButton label={stage.narrowerSteps} icon={Minus} isAtEnd={fits} onPress={() => zoom.time(-1)} />
      <ZoomButton
        label={stage.widerSteps}
        icon={Plus}
        isAtEnd={column >= widestColumn}
        onPress={() => zoom.time(1)}
      />
      <ZoomButton label={stage.allSteps} icon={Maximize2} isAtEnd={fits} onPress={zoom.allSteps} />
      <ZoomButton label={stage.zoomAtFirst} icon={RotateCcw} isAtEnd={!isZoomed} onPress={zoom.atFirst} />
      {children}
    </div>
  );
}

interface ZoomButtonProps {
  readonly label: string;
  readonly icon: LucideIcon;
  /** Whether there is no further to go. */
  readonly isAtEnd: boolean;
  readonly onPress: () => void;
}

/** It keeps the keyboard's focus at the end of its way, where one that is disabled would lose it. */
function ZoomButton({ label, icon: Icon, isAtEnd, onPress }: ZoomButtonProps) {
  return (
    <Action weight="quiet" aria-label={label} aria-disabled={isAtEnd} onPress={() => !isAtEnd && onPress()}>
      <Icon size={14} aria-hidden="true" />
    </Action>
  );
}
