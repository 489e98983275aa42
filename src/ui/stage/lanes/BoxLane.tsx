/** Under the lanes, which units and steps are selected. */
import { X } from "lucide-react";
import { useRef } from "react";
import { useStore } from "zustand";
import { Action } from "../../controls/Action";
import layout from "../../styles/layout.module.css";
import text from "../../styles/text.module.css";
import { usePlaygroundStore } from "../../usePlaygroundStore";
import { useWords } from "../../words/useWords";
import type { StageViewStore } from "../stageView";
import styles from "./BoxLane.module.css";
import { focusLane } from "./focusLane";
import { StageLane } from "./StageLane";

export function BoxLane({ view }: { readonly view: StageViewStore }) {
  const store = usePlaygroundStore();
  const { stage } = useWords();
  const lane = useRef<HTMLDivElement>(null);
  const box = useStore(view, (now) => now.box);
  const clear = () => {
    store.getState().selectBox(null);
    focusLane(lane.current);
  };
  return (
    <div ref={lane} className={box ? undefined : styles.empty}>
      <StageLane label={box && <span className={text.hint}>{stage.selection}</span>}>
        <div className={`${layout.inSight} ${styles.said}`}>
          <span role="status">
            {box && stage.box({ units: box.units.length, from: box.from, to: box.to })}
          </span>
          {box && (
            <Action weight="quiet" onPress={clear} aria-label={stage.clearBox}>
              <X size={14} aria-hidden="true" />
            </Action>
          )}
        </div>
      </StageLane>
    </div>
  );
}
