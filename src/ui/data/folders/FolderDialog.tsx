/** Sounds or texts on their way into training: a folder or a zip is chosen, and read. What is trained on now goes on beneath. */

import type { FolderImport } from "../../../store/imports/folderImport";
import { Action } from "../../controls/Action";
import { Choice } from "../../controls/Choice";
import { WorkProgress } from "../../controls/WorkProgress";
import { formatCount } from "../../format";
import { DialogBody } from "../../frame/DialogBody";
import { DialogFooter } from "../../frame/DialogFooter";
import { DialogFrame } from "../../frame/DialogFrame";
import { usePlayground, usePlaygroundStore } from "../../usePlaygroundStore";
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
  const { unit, progress, refusal } = folder;
  return (
    // A click beside it would stop what is under way; Escape and Cancel are meant.
    <DialogFrame title="Sounds or texts with labels" size="narrow" onClose={closeFolder}>
      <DialogBody refusal={refusal}>
        <FolderChooser
          about={about}
          example={example}
          isDisabled={progress !== null}
          onSource={(source) => void openFolder(store, source)}
        >
          <Choice label="Texts are read by" value={unit} options={textUnits} onChange={setFolderUnit} />
        </FolderChooser>
      </DialogBody>
      <DialogFooter words={progress && <FolderProgress folder={folder} progress={progress} />}>
        {progress ? (
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
  readonly progress: NonNullable<FolderImport["progress"]>;
}

function FolderProgress({ folder: { name, content }, progress: { done, total } }: FolderProgressProps) {
  return (
    <WorkProgress
      label={`Reading ${content ?? "files"} of ${name}`}
      share={done / Math.max(1, total)}
      amount={total === 0 ? "" : `${formatCount(done)} of ${formatCount(total)}`}
    />
  );
}
