/** How far the pictures are, and the way to stop. */
import { Label, ProgressBar } from "react-aria-components";
import { shareDone } from "../../../store/imports/importState";
import type { PictureImport } from "../../../store/imports/pictureImport";
import { Action } from "../../controls/Action";
import { usePlaygroundStore } from "../../usePlaygroundStore";
import styles from "./PictureProgress.module.css";

interface PictureProgressProps {
  readonly pictures: PictureImport;
}

export function PictureProgress({ pictures }: PictureProgressProps) {
  const store = usePlaygroundStore();
  const { stopPictures, closePictures } = store.getState();
  const loading = pictures.work === "loading";
  return (
    <>
      <ProgressBar className={styles.progress} value={100 * shareDone(pictures)} isIndeterminate={loading}>
        {({ percentage, valueText }) => (
          <>
            <Label>{loading ? "Starting a network on them" : "Reading pictures"}</Label>
            <span className={styles.rail}>
              <span className={styles.bar} style={{ width: `${loading ? 100 : percentage}%` }} />
            </span>
            <span className={styles.percent}>{valueText}</span>
          </>
        )}
      </ProgressBar>
      {loading ? (
        <Action onPress={closePictures}>Cancel</Action>
      ) : (
        <Action onPress={stopPictures}>Stop</Action>
      )}
    </>
  );
}
