/** Walks through the cell: at a pace, or by its buttons and the arrow keys. */
import { ChevronLeft, ChevronRight, Pause, Play, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Action } from "../../controls/Action";
import { Choice } from "../../controls/Choice";
import text from "../../styles/text.module.css";
import { useAllWords } from "../../words/useWords";
import { paces, type Walk } from "./useWalk";
import styles from "./WalkBar.module.css";

interface WalkBarProps {
  readonly walk: Walk;
  readonly count: number;
  /** Of the node that is reached. */
  readonly name: string;
}

export function WalkBar({ walk, count, name }: WalkBarProps) {
  const { diagram } = useAllWords();
  const { at, playing, pace, setPace, play, pause, moveBy, end } = walk;
  const onKeyDown = (event: KeyboardEvent) => {
    // The choice of pace has arrow keys of its own.
    if (event.target instanceof HTMLInputElement) return;
    if (event.key === "Escape" && at !== null) end();
    if (event.key === "ArrowRight") moveBy(1);
    if (event.key === "ArrowLeft") moveBy(-1);
    if (event.key.startsWith("Arrow")) event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would stand above the buttons
    <div className={styles.bar} role="group" aria-label={diagram.walk} onKeyDown={onKeyDown}>
      <div className={styles.walk}>
        <Action weight="quiet" aria-label={diagram.previousPart} onPress={() => moveBy(-1)}>
          <ChevronLeft size={16} aria-hidden="true" />
        </Action>
        <Action onPress={playing ? pause : play}>
          {playing ? <Pause size={14} aria-hidden="true" /> : <Play size={14} aria-hidden="true" />}
          {playing ? diagram.pauseWalk : diagram.walk}
        </Action>
        <Action weight="quiet" aria-label={diagram.nextPart} onPress={() => moveBy(1)}>
          <ChevronRight size={16} aria-hidden="true" />
        </Action>
      </div>
      <Choice
        label={diagram.pace}
        labelHidden
        value={pace}
        options={paces.map((value) => ({ value, label: diagram.paces[value] }))}
        onChange={setPace}
      />
      {at !== null && (
        <Action weight="quiet" aria-label={diagram.endWalk} onPress={end}>
          <X size={15} aria-hidden="true" />
        </Action>
      )}
      <span className={`${text.hint} ${styles.at}`} role="status">
        {at !== null && diagram.partReached({ part: at + 1, parts: count, name })}
      </span>
    </div>
  );
}
