/** Makes the whole page a place to drop files and folders, and shows it while one is dragged. */

import { FileDown } from "lucide-react";
import { usePlaygroundStore } from "../usePlaygroundStore";
import styles from "./FileDrop.module.css";
import { openFolder } from "./folders/openFolder";
import { openFile } from "./openFile";
import { useFileDrop } from "./useFileDrop";

export function FileDrop() {
  const store = usePlaygroundStore();
  const { notify, rejectFile } = store.getState();
  const dragging = useFileDrop({
    onFiles: (files) => {
      const [file] = files;
      if (!file) return;
      if (files.length > 1)
        notify("info", `One file at a time: of the ${files.length} files, ${file.name} is read.`);
      void openFile(store, file);
    },
    onFolder: (folder) => {
      folder
        .then((source) => openFolder(store, source))
        .catch(() =>
          rejectFile("What was dropped", "Its files could not be read. Choose the folder instead."),
        );
    },
  });
  if (!dragging) return null;
  return (
    <div className={styles.overlay}>
      <p className={styles.sign}>
        <FileDown size={28} aria-hidden="true" />
        Drop a file or a folder to train on it
      </p>
    </div>
  );
}
