/** One unit over time: its gates and states as lines on one chart, with their values at the crosshair. */

import { Pin, PinOff } from "lucide-react";
import { useCallback, useRef } from "react";
import { useStore } from "zustand";
import { cellDescriptions } from "../../cells/registry";
import { Action } from "../../controls/Action";
import { Explanation } from "../../controls/Explanation";
import quantity from "../../styles/quantity.module.css";
import { usePlaygroundStore } from "../../usePlaygroundStore";
import { useWords } from "../../words/useWords";
import { formatValue } from "../format";
import { type DrawingArea, SharpCanvas } from "../paint/SharpCanvas";
import { themeColour } from "../paint/themeColour";
import { LiveText } from "../probe/LiveText";
import type { StageView, StageViewStore } from "../stageView";
import { drawTraces } from "./drawTraces";
import { focusLane } from "./focusLane";
import { unitLane } from "./laneWindow";
import { rowValue } from "./rows";
import { StageLane } from "./StageLane";
import styles from "./UnitLane.module.css";
import { rowsOfUnits, unitBounds, unitTraces } from "./unitTraces";

interface UnitLaneProps {
  readonly view: StageViewStore;
  readonly steps: number;
  readonly unit: number;
  /** Of its pin; null where it is not pinned. */
  readonly colour: number | null;
  /** Whether it is the unit on show, whichever that is. */
  readonly isShown: boolean;
}

/** The unit on show, and the others that are pinned. */
export function UnitLanes({ view, steps }: Pick<UnitLaneProps, "view" | "steps">) {
  const unit = useStore(view, (now) => now.unit);
  const pins = useStore(view, (now) => now.pins);
  return (
    <>
      <UnitLane
        view={view}
        steps={steps}
        unit={unit}
        colour={pins.find((pin) => pin.unit === unit)?.colour ?? null}
        isShown
      />
      {pins
        .filter((pin) => pin.unit !== unit)
        .map((pin) => (
          <UnitLane
            key={pin.unit}
            view={view}
            steps={steps}
            unit={pin.unit}
            colour={pin.colour}
            isShown={false}
          />
        ))}
    </>
  );
}

function UnitLane({ view, steps, unit, colour, isShown }: UnitLaneProps) {
  const store = usePlaygroundStore();
  const { stage } = useWords();
  const cell = useStore(view, (now) => now.cellName);
  const { rows } = cellDescriptions[cell];
  const head = useRef<HTMLDivElement>(null);
  const draw = useCallback(
    (area: DrawingArea, now: StageView) => {
      if (!now.layer || now.cellName !== cell || unit >= now.units) return;
      drawTraces(area, {
        traces: unitTraces(now.layer, rows, unit, now.steps),
        steps: now.steps,
        bounds: unitBounds,
        colours: rowsOfUnits(rows).map(({ role }) => themeColour(`--gate-${role}`)),
        zeroLine: themeColour("--line"),
        emphasised: null,
      });
    },
    [cell, rows, unit],
  );
  const isPinned = colour !== null;
  const isOpen = rowsOfUnits(rows).some(({ scale }) => scale === "open");
  const toggle = () => {
    store.getState().togglePin(unit);
    if (!isShown) focusLane(head.current);
  };
  const label = (
    <div ref={head} className={styles.label}>
      <h3 className={styles.title}>
        {isPinned && <i className={styles.mark} style={{ background: `var(--trace-${colour})` }} />}
        {stage.unitLane({ unit })}
      </h3>
      {isShown && (
        <Explanation of={stage.lines}>{isOpen ? stage.unboundedLines : stage.unitAbout}</Explanation>
      )}
      <Action
        weight="quiet"
        onPress={toggle}
        aria-label={isPinned ? stage.unpinUnit({ unit }) : stage.pinUnit({ unit })}
      >
        {isPinned ? <PinOff size={14} aria-hidden="true" /> : <Pin size={14} aria-hidden="true" />}
      </Action>
      <ul className={styles.values}>
        {rowsOfUnits(rows).map((row) => (
          <li key={row.id} className={`${quantity.quantity} ${styles.value}`} data-quantity={row.role}>
            <i>{row.id}</i>
            <LiveText
              view={view}
              text={(now) => {
                // The words follow the view at once, and this part a moment later.
                const shown = isShown ? now.unit : unit;
                const { layer } = now;
                const isHere = layer && now.cellName === cell && shown < now.units;
                return formatValue(isHere ? rowValue(layer, row, now.time, shown) : null, 2);
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <StageLane label={label}>
      <SharpCanvas
        view={view}
        label={stage.unitLines({ unit, steps })}
        steps={steps}
        height={unitLane}
        draw={draw}
        live
      />
    </StageLane>
  );
}
