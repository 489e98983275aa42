/** A folder is chosen, or a zip where there are none to choose, as on a phone. */
import { FileArchive, FolderOpen } from "lucide-react";
import { FileTrigger } from "react-aria-components";
import type { FolderSource } from "../../../session/folderProtocol";
import { Action } from "../../controls/Action";
import { useAllWords } from "../../words/useWords";
import styles from "./FolderTriggers.module.css";
import { folderOf } from "./folderOf";

export function FolderTriggers({ onSource }: { readonly onSource: (source: FolderSource) => void }) {
  const { folders } = useAllWords();
  const takeFolder = (files: FileList | null) => {
    if (files && files.length > 0) onSource(folderOf(Array.from(files)));
  };
  const takeZip = (files: FileList | null) => {
    const file = files?.item(0);
    if (file) onSource({ kind: "zip", file });
  };
  return (
    <div className={styles.buttons}>
      <FileTrigger acceptDirectory onSelect={takeFolder}>
        <Action>
          <FolderOpen size={15} aria-hidden="true" />
          {folders.chooseFolder}
        </Action>
      </FileTrigger>
      <FileTrigger acceptedFileTypes={[".zip", "application/zip"]} onSelect={takeZip}>
        <Action>
          <FileArchive size={15} aria-hidden="true" />
          {folders.chooseZip}
        </Action>
      </FileTrigger>
    </div>
  );
}
