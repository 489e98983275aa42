/** Play, pause and single steps. A step by hand pauses. */

import { ChevronLeft, ChevronRight, Pause, Play } from "lucide-react";
import { Button } from "react-aria-components";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useWords } from "../words/useWords";
import styles from "./PlayheadButtons.module.css";
import { LiveText } from "./probe/LiveText";
import type { StageViewStore } from "./stageView";
import { symbolGlyph } from "./symbols";

interface PlayheadButtonsProps {
  readonly view: StageViewStore;
  readonly steps: number;
}

export function PlayheadButtons({ view, steps }: PlayheadButtonsProps) {
  const store = usePlaygroundStore();
  const { stage } = useWords();
  const playing = usePlayground((state) => state.playing);
  const moveBy = (change: number) => {
    const { time, selectTime, setPlaying } = store.getState();
    setPlaying(false);
    selectTime((Math.min(time, steps - 1) + change + steps) % steps);
  };
  return (
    <div className={styles.buttons}>
      <Button className={styles.button} aria-label={stage.previousStep} onPress={() => moveBy(-1)}>
        <ChevronLeft size={16} aria-hidden="true" />
      </Button>
      <Button
        className={`${styles.button} ${styles.play}`}
        aria-label={playing ? stage.pause : stage.play}
        onPress={() => store.getState().setPlaying(!playing)}
      >
        {playing ? <Pause size={15} aria-hidden="true" /> : <Play size={15} aria-hidden="true" />}
      </Button>
      <Button className={styles.button} aria-label={stage.nextStep} onPress={() => moveBy(1)}>
        <ChevronRight size={16} aria-hidden="true" />
      </Button>
      <LiveText
        view={view}
        className={styles.place}
        text={({ time, symbols }) => `t = ${time}  ${symbolGlyph(symbols[time] ?? "")}`}
      />
    </div>
  );
}
