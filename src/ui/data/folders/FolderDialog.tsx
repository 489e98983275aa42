/** Sounds or texts on their way into training: a folder or a zip is chosen, and read. What is trained on now goes on beneath. */

import type { FolderImport } from "../../../store/imports/folderImport";
import { shareDone } from "../../../store/imports/importState";
import { Action } from "../../controls/Action";
import { Choice } from "../../controls/Choice";
import { WorkProgress } from "../../controls/WorkProgress";
import { DialogBody } from "../../frame/DialogBody";
import { DialogFooter } from "../../frame/DialogFooter";
import { DialogFrame } from "../../frame/DialogFrame";
import { usePlayground, usePlaygroundStore } from "../../usePlaygroundStore";
import { useAllWords, useSay } from "../../words/useWords";
import { Sentences } from "../Sentences";
import { textUnits } from "../textUnits";
import { FolderChooser } from "./FolderChooser";
import { LabelQuestion } from "./LabelQuestion";
import { openFolder } from "./openFolder";

export function FolderDialog() {
  const words = useAllWords();
  const say = useSay();
  const { folders } = words;
  const store = usePlaygroundStore();
  const folder = usePlayground((state) => state.folder);
  if (!folder) return null;
  const { closeFolder, stopFolder, setFolderUnit, chooseFolderLabels } = store.getState();
  const { options, work, refusal } = folder;
  const unit = (
    <Choice
      label={words.data.readBy}
      value={options.unit}
      options={textUnits(words)}
      onChange={setFolderUnit}
    />
  );
  return (
    // A click beside it would stop what is under way; Escape and Cancel are meant.
    <DialogFrame
      title={folder.asked ? folders.labelsOf({ name: say(folder.name) }) : folders.title}
      size="narrow"
      onClose={closeFolder}
    >
      <DialogBody refusal={refusal}>
        {folder.asked ? (
          <LabelQuestion options={folder.asked} onChoose={chooseFolderLabels}>
            {folder.content === "texts" && unit}
          </LabelQuestion>
        ) : (
          <FolderChooser
            about={folders.about}
            example={folders.example}
            isDisabled={work !== null}
            onSource={(source) => void openFolder(store, source)}
          >
            {unit}
          </FolderChooser>
        )}
        {folder.opened && <Sentences sentences={folder.opened.decisions} />}
      </DialogBody>
      <DialogFooter words={work && <FolderProgress folder={folder} />}>
        {work && work !== "loading" ? (
          <Action onPress={stopFolder}>{folders.stop}</Action>
        ) : (
          <Action onPress={closeFolder}>{folders.cancel}</Action>
        )}
      </DialogFooter>
    </DialogFrame>
  );
}

interface FolderProgressProps {
  readonly folder: FolderImport;
}

function FolderProgress({ folder }: FolderProgressProps) {
  const say = useSay();
  const { folders } = useAllWords();
  const { name, content, work, progress } = folder;
  const loading = work === "loading";
  return (
    <WorkProgress
      label={loading ? folders.starting : folders.readingContent({ content, name: say(name) })}
      share={loading ? null : shareDone(folder)}
      amount={progress ? folders.amount(progress) : ""}
    />
  );
}
