/** Makes the whole page a place to drop a text file, and shows it while one is dragged. */
import { FileText } from "lucide-react";
import type { PlaygroundStore } from "../../store/store";
import styles from "./FileDrop.module.css";
import { useFileDrop } from "./useFileDrop";

export function FileDrop({ store }: { readonly store: PlaygroundStore }) {
  const dragging = useFileDrop((files) => {
    const { loadData, notify } = store.getState();
    const [file] = files;
    if (!file) return;
    if (files.length > 1)
      notify("info", `One text at a time: of the ${files.length} files, ${file.name} is read.`);
    loadData({ kind: "file", file });
  });
  if (!dragging) return null;
  return (
    <div className={styles.overlay}>
      <p className={styles.sign}>
        <FileText size={28} aria-hidden="true" />
        Drop a text file to train on it
      </p>
    </div>
  );
}
