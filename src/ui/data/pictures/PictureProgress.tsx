/** How far the pictures are, and the way to stop. */
import { Label, ProgressBar } from "react-aria-components";
import { Action } from "../../controls/Action";
import styles from "./PictureProgress.module.css";

interface PictureProgressProps {
  /** 0 to 1. */
  readonly share: number;
  readonly onStop: () => void;
}

export function PictureProgress({ share, onStop }: PictureProgressProps) {
  return (
    <>
      <ProgressBar className={styles.progress} value={100 * share}>
        {({ percentage, valueText }) => (
          <>
            <Label>Reading pictures</Label>
            <span className={styles.rail}>
              <span className={styles.bar} style={{ width: `${percentage}%` }} />
            </span>
            <span className={styles.percent}>{valueText}</span>
          </>
        )}
      </ProgressBar>
      <Action onPress={onStop}>Stop</Action>
    </>
  );
}
