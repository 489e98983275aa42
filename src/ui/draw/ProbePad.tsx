/** A pad beside what the network says of the drawing on it; the stage shows how it reads it. */

import { Eraser } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import type { Drawing } from "../../data/strokes";
import { shownRun } from "../../store/runs";
import type { PlaygroundStore } from "../../store/store";
import { message } from "../../words/message";
import { Action } from "../controls/Action";
import text from "../styles/text.module.css";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { DrawingPad } from "./DrawingPad";
import type { DrawnSequence } from "./drawnValues";
import { PadAnswer } from "./PadAnswer";
import styles from "./ProbePad.module.css";

interface ProbePadProps {
  readonly hint: string;
  readonly penWidth: number;
  readonly aspectRatio: number;
  readonly read: (drawing: Drawing) => DrawnSequence | null;
}

/** So many new points, and the network reads it again: often enough to follow the pen. */
const pointsPerProbe = 8;

export function ProbePad({ hint, penWidth, aspectRatio, read }: ProbePadProps) {
  const words = useAllWords().draw;
  const store = usePlaygroundStore();
  const [sheet, setSheet] = useState(0);
  const [isEmpty, setEmpty] = useState(true);
  const probed = useRef(0);
  const follow = useFollowPen(store);
  const hintId = useId();
  const draw = (next: Drawing, ended: boolean) => {
    setEmpty(false);
    const points = next.reduce((sum, line) => sum + line.length, 0);
    if (!ended && points - probed.current < pointsPerProbe) return;
    probed.current = points;
    const sequence = read(next);
    if (!sequence) return;
    store.getState().setProbe({ kind: "own", name: message("draw.drawing"), ...sequence });
    follow(ended ? sequence : null);
  };
  const clear = () => {
    probed.current = 0;
    setEmpty(true);
    setSheet(sheet + 1);
  };
  return (
    <section className={styles.panel} aria-label={words.title} aria-describedby={hintId}>
      <div className={styles.paper}>
        <DrawingPad
          key={sheet}
          label={words.pad}
          penWidth={penWidth}
          aspectRatio={aspectRatio}
          onDraw={draw}
        />
        {isEmpty && <p className={styles.invitation}>{words.invitation}</p>}
      </div>
      <div className={styles.beside}>
        <PadAnswer isEmpty={isEmpty} />
        <div className={styles.foot}>
          <Action isDisabled={isEmpty} onPress={clear}>
            <Eraser size={15} aria-hidden="true" />
            {words.clear}
          </Action>
          <p className={`${text.hint} ${styles.hint}`} id={hintId}>
            {hint}
          </p>
        </div>
      </div>
    </section>
  );
}

/** The playhead goes with the pen: to the last step of every sequence, up to the one that comes when the pen is lifted. */
function useFollowPen(store: PlaygroundStore): (last: DrawnSequence | null) => void {
  const following = useRef<{ readonly last: DrawnSequence | null } | null>(null);
  useEffect(
    () =>
      store.subscribe((state, before) => {
        const { snapshot } = shownRun(state);
        if (!following.current || !snapshot || snapshot === shownRun(before).snapshot) return;
        if (snapshot.sequence.part !== "own") return;
        if (snapshot.steps === following.current.last?.steps) following.current = null;
        store.getState().selectTime(snapshot.steps - 1);
      }),
    [store],
  );
  return (last) => {
    following.current = { last };
  };
}
