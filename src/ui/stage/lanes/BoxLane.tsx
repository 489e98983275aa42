/** Under the lanes, which units and steps are selected. */
import { X } from "lucide-react";
import { useStore } from "zustand";
import { Action } from "../../controls/Action";
import text from "../../styles/text.module.css";
import { usePlaygroundStore } from "../../usePlaygroundStore";
import { useWords } from "../../words/useWords";
import type { StageViewStore } from "../stageView";
import styles from "./BoxLane.module.css";
import { StageLane } from "./StageLane";

export function BoxLane({ view }: { readonly view: StageViewStore }) {
  const store = usePlaygroundStore();
  const { stage } = useWords();
  const box = useStore(view, (now) => now.box);
  if (!box) return null;
  return (
    <StageLane label={<span className={text.hint}>{stage.selection}</span>}>
      <div className={styles.said}>
        <span role="status">{stage.box({ units: box.units.length, from: box.from, to: box.to })}</span>
        <Action weight="quiet" onPress={() => store.getState().selectBox(null)} aria-label={stage.clearBox}>
          <X size={14} aria-hidden="true" />
        </Action>
      </div>
    </StageLane>
  );
}
