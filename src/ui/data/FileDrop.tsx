/** Makes the whole page a place to drop files and folders, and shows it while one is dragged. */

import { FileDown } from "lucide-react";
import { message } from "../../words/message";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { useWords } from "../words/useWords";
import styles from "./FileDrop.module.css";
import { openFolder } from "./folders/openFolder";
import { openFile } from "./openFile";
import { useFileDrop } from "./useFileDrop";

export function FileDrop() {
  const store = usePlaygroundStore();
  const { page } = useWords();
  const { notify, rejectFile } = store.getState();
  const dragging = useFileDrop({
    onFiles: (files) => {
      const [file] = files;
      if (!file) return;
      if (files.length > 1) notify("info", message("page.oneFile", { count: files.length, name: file.name }));
      void openFile(store, file);
    },
    onFolder: (folder) => {
      folder
        .then((source) => openFolder(store, source))
        .catch(() => rejectFile(message("page.dropped"), message("page.droppedUnread")));
    },
  });
  if (!dragging) return null;
  return (
    <div className={styles.overlay}>
      <p className={styles.sign}>
        <FileDown size={28} aria-hidden="true" />
        {page.dropHere}
      </p>
    </div>
  );
}
