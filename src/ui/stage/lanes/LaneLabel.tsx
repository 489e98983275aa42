/** What stands beside a lane that is no gate: what it is, a sentence that follows the crosshair, and a legend. */
import type { ReactNode } from "react";
import { LiveText } from "../probe/LiveText";
import type { StageView, StageViewStore } from "../stageView";
import styles from "./LaneLabel.module.css";

interface LaneLabelProps {
  readonly view: StageViewStore;
  readonly title: string;
  readonly about?: string;
  readonly text?: (view: StageView) => string;
  readonly children?: ReactNode;
}

export function LaneLabel({ view, title, about, text, children }: LaneLabelProps) {
  return (
    <div className={styles.label}>
      <h3 className={styles.title}>{title}</h3>
      {about && <p className={styles.about}>{about}</p>}
      {text && (
        <p className={styles.text}>
          <LiveText view={view} text={text} />
        </p>
      )}
      {children}
    </div>
  );
}
