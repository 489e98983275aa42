/** Sounds or texts on their way into training: a folder or a zip is chosen, and read. What is trained on now goes on beneath. */

import { formatCount } from "../../../data/phrases";
import type { FolderImport } from "../../../store/imports/folderImport";
import { shareDone } from "../../../store/imports/importState";
import { Action } from "../../controls/Action";
import { Choice } from "../../controls/Choice";
import { WorkProgress } from "../../controls/WorkProgress";
import { DialogBody } from "../../frame/DialogBody";
import { DialogFooter } from "../../frame/DialogFooter";
import { DialogFrame } from "../../frame/DialogFrame";
import { usePlayground, usePlaygroundStore } from "../../usePlaygroundStore";
import { Sentences } from "../Sentences";
import { textUnits } from "../textUnits";
import { FolderChooser } from "./FolderChooser";
import { openFolder } from "./openFolder";

const about =
  "Recordings (WAV, MP3, OGG, FLAC and whatever else this browser plays) or texts (.txt), in one folder for each label: the network learns to tell which folder one is from.";
const example = "birds\n├ owl\n│ ├ 1.wav\n│ └ 2.mp3\n└ wren\n  ├ a.wav\n  └ b.wav";

export function FolderDialog() {
  const store = usePlaygroundStore();
  const folder = usePlayground((state) => state.folder);
  if (!folder) return null;
  const { closeFolder, stopFolder, setFolderUnit } = store.getState();
  const { options, work, refusal } = folder;
  return (
    // A click beside it would stop what is under way; Escape and Cancel are meant.
    <DialogFrame title="Sounds or texts with labels" size="narrow" onClose={closeFolder}>
      <DialogBody refusal={refusal}>
        <FolderChooser
          about={about}
          example={example}
          isDisabled={work !== null}
          onSource={(source) => void openFolder(store, source)}
        >
          <Choice
            label="Texts are read by"
            value={options.unit}
            options={textUnits}
            onChange={setFolderUnit}
          />
        </FolderChooser>
        {folder.opened && <Sentences sentences={folder.opened.decisions} />}
      </DialogBody>
      <DialogFooter words={work && <FolderProgress folder={folder} />}>
        {work && work !== "loading" ? (
          <Action onPress={stopFolder}>Stop</Action>
        ) : (
          <Action onPress={closeFolder}>Cancel</Action>
        )}
      </DialogFooter>
    </DialogFrame>
  );
}

interface FolderProgressProps {
  readonly folder: FolderImport;
}

function FolderProgress({ folder }: FolderProgressProps) {
  const { name, content, work, progress } = folder;
  const loading = work === "loading";
  return (
    <WorkProgress
      label={loading ? "Starting a network on it" : `Reading ${content ?? "files"} of ${name}`}
      share={loading ? null : shareDone(folder)}
      amount={progress ? `${formatCount(progress.done)} of ${formatCount(progress.total)}` : ""}
    />
  );
}
