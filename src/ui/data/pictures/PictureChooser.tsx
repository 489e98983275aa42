/** Where pictures come from: a folder, or a zip where there are no folders to choose, as on a phone. */

import { FileArchive, FolderOpen } from "lucide-react";
import { FileTrigger } from "react-aria-components";
import type { PictureImport } from "../../../store/imports/pictureImport";
import { Action } from "../../controls/Action";
import { usePlaygroundStore } from "../../usePlaygroundStore";
import { folderOf } from "../folders/folderOf";
import styles from "./PictureChooser.module.css";

interface PictureChooserProps {
  readonly pictures: PictureImport;
}

export function PictureChooser({ pictures: { work, name } }: PictureChooserProps) {
  const store = usePlaygroundStore();
  const { openPictures } = store.getState();
  const takeFolder = (files: FileList | null) => {
    if (files && files.length > 0) openPictures(folderOf(Array.from(files)));
  };
  const takeZip = (files: FileList | null) => {
    const file = files?.item(0);
    if (file) openPictures({ kind: "zip", file });
  };
  return (
    <>
      <p>
        PNG, JPEG or WebP pictures in one folder for each label: the name of the folder is what its pictures
        show.
      </p>
      <pre className={styles.example}>
        {"animals\n├ cat\n│ ├ 1.jpg\n│ └ 2.jpg\n└ dog\n  ├ a.png\n  └ b.png"}
      </pre>
      <div className={styles.buttons}>
        <FileTrigger acceptDirectory onSelect={takeFolder}>
          <Action>
            <FolderOpen size={15} aria-hidden="true" />
            Choose a folder
          </Action>
        </FileTrigger>
        <FileTrigger acceptedFileTypes={[".zip", "application/zip"]} onSelect={takeZip}>
          <Action>
            <FileArchive size={15} aria-hidden="true" />
            Choose a zip
          </Action>
        </FileTrigger>
      </div>
      <p className={styles.quiet} role="status">
        {work === "reading"
          ? `Reading ${name}…`
          : "Or drop a folder or a zip on the page. Nothing leaves this computer."}
      </p>
    </>
  );
}
