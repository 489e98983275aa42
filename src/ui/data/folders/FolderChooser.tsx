/** Where files come from that have a folder for each label: a folder, or a zip where there are none to choose, as on a phone. */
import type { ReactNode } from "react";
import type { FolderSource } from "../../../session/folderProtocol";
import type { Said } from "../../../words/message";
import text from "../../styles/text.module.css";
import { useAllWords, useSay } from "../../words/useWords";
import styles from "./FolderChooser.module.css";
import { FolderTriggers } from "./FolderTriggers";

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
  return (
    <div className={styles.chooser} inert={isDisabled}>
      <p>{about}</p>
      <pre className={styles.example}>{example}</pre>
      {children}
      <FolderTriggers onSource={onSource} />
      <p className={text.quiet} role="status">
        {opening === null ? folders.orDrop : folders.reading({ name: say(opening) })}
      </p>
    </div>
  );
}
