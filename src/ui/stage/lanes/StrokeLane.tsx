/** A drawing: its lines as far as the pen has come, and its movements over time. */
import { useMemo, useRef } from "react";
import { useWords } from "../../words/useWords";
import { setAttribute } from "../probe/LiveText";
import type { StageViewStore } from "../stageView";
import { useLive } from "../useLive";
import type { FeatureSequence } from "./inputShape";
import { LinesLane } from "./LinesLane";
import { drawnBy, penPath } from "./penPath";
import styles from "./StrokeLane.module.css";

interface StrokeLaneProps extends FeatureSequence {
  readonly view: StageViewStore;
}

export function StrokeLane(props: StrokeLaneProps) {
  const { stage } = useWords();
  return <LinesLane {...props} title={stage.draws} picture={<PenDrawing {...props} />} />;
}

function PenDrawing({ view, input, steps }: StrokeLaneProps) {
  const { stage } = useWords();
  const drawn = useRef<SVGPathElement>(null);
  const pen = useRef<SVGCircleElement>(null);
  const path = useMemo(() => penPath(input.values), [input.values]);
  const whole = useMemo(() => drawnBy(path, steps), [path, steps]);
  useLive(view, ({ time }) => {
    setAttribute(drawn.current, "d", drawnBy(path, time + 1));
    setAttribute(pen.current, "cx", String(path.points[2 * time + 2] ?? 0));
    setAttribute(pen.current, "cy", String(path.points[2 * time + 3] ?? 0));
    setAttribute(pen.current, "data-down", String(path.down[time] ?? false));
  });
  return (
    <svg
      key={whole}
      className={styles.drawing}
      viewBox={path.viewBox.join(" ")}
      role="img"
      aria-label={stage.drawing}
    >
      <path d={whole} className={styles.whole} />
      <path ref={drawn} className={styles.drawn} />
      <circle ref={pen} r={path.viewBox[2] * 0.035} className={styles.pen} />
    </svg>
  );
}
