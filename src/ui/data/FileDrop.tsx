/** Makes the whole page a place to drop files and folders, and shows it while one is dragged. */

import { FileDown } from "lucide-react";
import { useState } from "react";
import { message } from "../../words/message";
import { closeForDrop } from "../frame/closedByDrop";
import { lateProgram } from "../late/lateProgram";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { useWords } from "../words/useWords";
import styles from "./FileDrop.module.css";
import { useFileDrop } from "./useFileDrop";

/** Those who find out what a file or a folder is. */
const openers = lateProgram(async () => {
  const [{ openFile }, { openFolder }] = await Promise.all([
    import("./openFile"),
    import("./folders/openFolder"),
  ]);
  return { openFile, openFolder };
});

type Openers = Awaited<ReturnType<typeof openers.get>>;

/** @param isClosed whether the page shows no data but its own: a file is still not to take the page's place */
export function FileDrop({ isClosed }: { readonly isClosed: boolean }) {
  const store = usePlaygroundStore();
  const { page } = useWords();
  const { notify, rejectFile } = store.getState();
  const [, fail] = useState<null>(null);
  /** The boundary around this part says what did not come. */
  const withOpeners = (open: (those: Openers) => void) => {
    openers.get().then(open, (error: unknown) =>
      fail(() => {
        throw error;
      }),
    );
  };
  const dragging = useFileDrop({
    onFiles: (files) => {
      const [file] = files;
      if (!file) return;
      if (isClosed) return notify("info", message("share.dataHidden"));
      closeForDrop();
      if (files.length > 1) notify("info", message("page.oneFile", { count: files.length, name: file.name }));
      withOpeners(({ openFile }) => void openFile(store, file));
    },
    onFolder: (folder) => {
      if (isClosed) return notify("info", message("share.dataHidden"));
      closeForDrop();
      withOpeners(({ openFolder }) => {
        folder
          .then((source) => openFolder(store, source))
          .catch(() => rejectFile(message("page.dropped"), message("page.droppedUnread")));
      });
    },
  });
  if (!dragging || isClosed) return null;
  return (
    <div className={styles.overlay}>
      <p className={styles.sign}>
        <FileDown size={28} aria-hidden="true" />
        {page.dropHere}
      </p>
    </div>
  );
}
