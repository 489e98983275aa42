/** Where files come from that have a folder for each label: a folder, or a zip where there are none to choose, as on a phone. */

import { FileArchive, FolderOpen } from "lucide-react";
import type { ReactNode } from "react";
import { FileTrigger } from "react-aria-components";
import type { FolderSource } from "../../../session/folderProtocol";
import type { Said } from "../../../words/message";
import { Action } from "../../controls/Action";
import text from "../../styles/text.module.css";
import { useAllWords, useSay } from "../../words/useWords";
import styles from "./FolderChooser.module.css";
import { folderOf } from "./folderOf";

interface FolderChooserProps {
  /** What the files are, and what their folders mean. */
  readonly about: string;
  /** Such a folder as a tree. */
  readonly example: string;
  /** What is to be known before they are read. */
  readonly children?: ReactNode;
  readonly isDisabled?: boolean;
  /** The name of what is being opened. */
  readonly opening?: Said | null;
  readonly onSource: (source: FolderSource) => void;
}

export function FolderChooser(props: FolderChooserProps) {
  const { about, example, children, isDisabled = false, opening = null, onSource } = props;
  const say = useSay();
  const { folders } = useAllWords();
  const takeFolder = (files: FileList | null) => {
    if (files && files.length > 0) onSource(folderOf(Array.from(files)));
  };
  const takeZip = (files: FileList | null) => {
    const file = files?.item(0);
    if (file) onSource({ kind: "zip", file });
  };
  return (
    <div className={styles.chooser} inert={isDisabled}>
      <p>{about}</p>
      <pre className={styles.example}>{example}</pre>
      {children}
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
      <p className={text.quiet} role="status">
        {opening === null ? folders.orDrop : folders.reading({ name: say(opening) })}
      </p>
    </div>
  );
}
