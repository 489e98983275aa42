/**
 * Pictures on their way into training: a folder or a zip is chosen, and some of its pictures are shown as the network would read
 * them. What is trained on now goes on beneath.
 */

import { shortened } from "../../../data/table/describeColumn";
import { shareDone } from "../../../store/imports/importState";
import type { PictureImport } from "../../../store/imports/pictureImport";
import { Action } from "../../controls/Action";
import { WorkProgress } from "../../controls/WorkProgress";
import { DialogBody } from "../../frame/DialogBody";
import { DialogFooter } from "../../frame/DialogFooter";
import { DialogFrame } from "../../frame/DialogFrame";
import text from "../../styles/text.module.css";
import { usePlayground, usePlaygroundStore } from "../../usePlaygroundStore";
import { useAllWords, useSay } from "../../words/useWords";
import { FolderChooser } from "../folders/FolderChooser";
import { LabelQuestion } from "../folders/LabelQuestion";
import { openPictureFolder } from "../folders/openFolder";
import { Sentences } from "../Sentences";
import { PictureGrid } from "./PictureGrid";
import { PictureOptions } from "./PictureOptions";

export function PictureDialog() {
  const say = useSay();
  const store = usePlaygroundStore();
  const { folders } = useAllWords();
  const pictures = usePlayground((state) => state.pictures);
  if (!pictures) return null;
  const { closePictures, choosePictureLabels } = store.getState();
  const { opened, work, name, refusal } = pictures;
  return (
    // A click beside it would throw away what was chosen; Escape and Cancel are meant.
    <DialogFrame
      title={opened || pictures.asked ? folders.picturesOf({ name: say(name) }) : folders.picturesTitle}
      size="medium"
      onClose={closePictures}
    >
      <DialogBody refusal={refusal}>
        {opened ? (
          <OpenedPictures pictures={pictures} opened={opened} />
        ) : pictures.asked ? (
          <LabelQuestion options={pictures.asked} onChoose={choosePictureLabels} />
        ) : (
          <FolderChooser
            about={folders.picturesAbout}
            example={folders.picturesExample}
            opening={work === "reading" ? name : null}
            onSource={(source) => void openPictureFolder(store, source)}
          />
        )}
      </DialogBody>
      <PictureFooter pictures={pictures} />
    </DialogFrame>
  );
}

function PictureFooter({ pictures }: { readonly pictures: PictureImport }) {
  const say = useSay();
  const store = usePlaygroundStore();
  const { folders } = useAllWords();
  const { closePictures, stopPictures, usePictures } = store.getState();
  const { opened, work, name } = pictures;
  if (work === "loading")
    return (
      <DialogFooter words={<WorkProgress label={folders.startingOnPictures} share={null} />}>
        <Action onPress={closePictures}>{folders.cancel}</Action>
      </DialogFooter>
    );
  if (work === "preparing")
    return (
      <DialogFooter words={<WorkProgress label={folders.readingPictures} share={shareDone(pictures)} />}>
        <Action onPress={stopPictures}>{folders.stop}</Action>
      </DialogFooter>
    );
  if (work === "reading")
    return (
      <DialogFooter words={<WorkProgress label={folders.reading({ name: say(name) })} share={null} />}>
        <Action onPress={stopPictures}>{folders.stop}</Action>
      </DialogFooter>
    );
  return (
    <DialogFooter>
      <Action onPress={closePictures}>{folders.cancel}</Action>
      {opened && (
        <Action weight="primary" onPress={usePictures}>
          {folders.usePictures}
        </Action>
      )}
    </DialogFooter>
  );
}

interface OpenedPicturesProps {
  readonly pictures: PictureImport;
  readonly opened: NonNullable<PictureImport["opened"]>;
}

function OpenedPictures({ pictures, opened }: OpenedPicturesProps) {
  const { folders } = useAllWords();
  const first = opened.labels.slice(0, named);
  const labels = first.map(({ label, count }) => folders.label({ label: shortened(label), pictures: count }));
  const store = usePlaygroundStore();
  return (
    <>
      <Sentences
        sentences={[
          ...opened.decisions,
          folders.labels({ labels, more: opened.labels.length - first.length }),
        ]}
      />
      <div inert={pictures.work !== null}>
        <PictureOptions options={pictures.options} onChange={store.getState().changePictures} />
      </div>
      {pictures.shown ? (
        <PictureGrid {...pictures.shown} />
      ) : (
        <p className={text.quiet} role="status">
          {folders.firstPictures}
        </p>
      )}
    </>
  );
}

/** As many labels as can be taken in. */
const named = 12;
