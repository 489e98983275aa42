/** Makes the whole page a place to drop a file, and shows it while one is dragged. */
import { FileDown } from "lucide-react";
import type { PlaygroundStore } from "../../store/store";
import styles from "./FileDrop.module.css";
import { openFile } from "./openFile";
import { useFileDrop } from "./useFileDrop";

export function FileDrop({ store }: { readonly store: PlaygroundStore }) {
  const dragging = useFileDrop((files) => {
    const [file] = files;
    if (!file) return;
    if (files.length > 1)
      store
        .getState()
        .notify("info", `One file at a time: of the ${files.length} files, ${file.name} is read.`);
    void openFile(store, file);
  });
  if (!dragging) return null;
  return (
    <div className={styles.overlay}>
      <p className={styles.sign}>
        <FileDown size={28} aria-hidden="true" />
        Drop a file to train on it
      </p>
    </div>
  );
}
