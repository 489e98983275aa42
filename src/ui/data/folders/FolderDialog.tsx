/** Sounds or texts on their way into training: a folder or a zip is chosen, and read. What is trained on now goes on beneath. */

import { FileArchive, FolderOpen } from "lucide-react";
import { Dialog, FileTrigger, Heading, Label, Modal, ModalOverlay, ProgressBar } from "react-aria-components";
import { formatCount } from "../../../data/phrases";
import type { FolderSource } from "../../../session/folderProtocol";
import type { FolderImport } from "../../../store/imports/folderImport";
import { shareDone } from "../../../store/imports/importState";
import { Action } from "../../controls/Action";
import { Choice } from "../../controls/Choice";
import { usePlayground, usePlaygroundStore } from "../../usePlaygroundStore";
import styles from "./FolderDialog.module.css";
import { folderOf } from "./folderOf";
import { openFolder } from "./openFolder";
import { units } from "./units";

export function FolderDialog() {
  const store = usePlaygroundStore();
  const folder = usePlayground((state) => state.folder);
  if (!folder) return null;
  const { closeFolder } = store.getState();
  const { work, refusal } = folder;
  return (
    // A click beside it would stop what is under way; Escape and Cancel are meant.
    <ModalOverlay className={styles.overlay} isOpen onOpenChange={(isOpen) => isOpen || closeFolder()}>
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog}>
          <Heading slot="title" className={styles.title}>
            Sounds or texts with labels
          </Heading>
          <div className={styles.body}>
            <FolderChooser folder={folder} />
            {refusal && (
              <p className={styles.refusal} role="alert">
                {refusal}
              </p>
            )}
          </div>
          <div className={styles.foot}>
            {work ? <FolderProgress folder={folder} /> : <Action onPress={closeFolder}>Cancel</Action>}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface FolderChooserProps {
  readonly folder: FolderImport;
}

function FolderChooser({ folder: { options, work } }: FolderChooserProps) {
  const store = usePlaygroundStore();
  const open = (source: FolderSource) => void openFolder(store, source);
  const takeFolder = (files: FileList | null) => {
    if (files && files.length > 0) open(folderOf(Array.from(files)));
  };
  const takeZip = (files: FileList | null) => {
    const file = files?.item(0);
    if (file) open({ kind: "zip", file });
  };
  return (
    <div className={styles.chooser} inert={work !== null}>
      <p>
        Recordings (WAV, MP3, OGG, FLAC and whatever else this browser plays) or texts (.txt), in one folder
        for each label: the network learns to tell which folder one is from.
      </p>
      <pre className={styles.example}>
        {"birds\n├ owl\n│ ├ 1.wav\n│ └ 2.mp3\n└ wren\n  ├ a.wav\n  └ b.wav"}
      </pre>
      <Choice
        label="Texts are read by"
        value={options.unit}
        options={units}
        onChange={store.getState().setFolderUnit}
      />
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
      <p className={styles.quiet}>Or drop a folder or a zip on the page. Nothing leaves this computer.</p>
    </div>
  );
}

interface FolderProgressProps {
  readonly folder: FolderImport;
}

function FolderProgress({ folder }: FolderProgressProps) {
  const store = usePlaygroundStore();
  const { closeFolder, stopFolder } = store.getState();
  const { name, content, work, progress } = folder;
  const far = progress ? ` ${formatCount(progress.done)} of ${formatCount(progress.total)}` : "";
  const loading = work === "loading";
  return (
    <>
      <ProgressBar
        className={styles.progress}
        value={100 * shareDone(folder)}
        isIndeterminate={loading}
        valueLabel={far}
      >
        {({ percentage }) => (
          <>
            <Label className={styles.reading}>
              {loading ? "Starting a network on it" : `Reading ${content ?? "files"} of ${name}`}
            </Label>
            <span className={styles.rail}>
              <span className={styles.bar} style={{ width: `${loading ? 100 : percentage}%` }} />
            </span>
            <span className={styles.far}>{far}</span>
          </>
        )}
      </ProgressBar>
      {loading ? <Action onPress={closeFolder}>Cancel</Action> : <Action onPress={stopFolder}>Stop</Action>}
    </>
  );
}
