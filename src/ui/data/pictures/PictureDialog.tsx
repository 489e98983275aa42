/**
 * Pictures on their way into training: a folder or a zip is chosen, and some of its pictures are shown as the network would read
 * them. What is trained on now goes on beneath.
 */

import { counted, formatCount } from "../../../data/phrases";
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
import { FolderChooser } from "../folders/FolderChooser";
import { Sentences } from "../Sentences";
import { PictureGrid } from "./PictureGrid";
import { PictureOptions } from "./PictureOptions";

const about =
  "PNG, JPEG or WebP pictures in one folder for each label: the name of the folder is what its pictures show.";
const example = "animals\n├ cat\n│ ├ 1.jpg\n│ └ 2.jpg\n└ dog\n  ├ a.png\n  └ b.png";

export function PictureDialog() {
  const store = usePlaygroundStore();
  const pictures = usePlayground((state) => state.pictures);
  if (!pictures) return null;
  const { openPictures, closePictures } = store.getState();
  const { opened, work, name, refusal } = pictures;
  return (
    // A click beside it would throw away what was chosen; Escape and Cancel are meant.
    <DialogFrame
      title={opened ? `Pictures from ${name}` : "Open pictures"}
      size="medium"
      onClose={closePictures}
    >
      <DialogBody refusal={refusal}>
        {opened ? (
          <OpenedPictures pictures={pictures} opened={opened} />
        ) : (
          <FolderChooser
            about={about}
            example={example}
            opening={work === "reading" ? name : null}
            onSource={openPictures}
          />
        )}
      </DialogBody>
      <PictureFooter pictures={pictures} />
    </DialogFrame>
  );
}

function PictureFooter({ pictures }: { readonly pictures: PictureImport }) {
  const store = usePlaygroundStore();
  const { closePictures, stopPictures, usePictures } = store.getState();
  const { opened, work, name } = pictures;
  if (work === "loading")
    return (
      <DialogFooter words={<WorkProgress label="Starting a network on them" share={null} />}>
        <Action onPress={closePictures}>Cancel</Action>
      </DialogFooter>
    );
  if (work === "preparing")
    return (
      <DialogFooter words={<WorkProgress label="Reading pictures" share={shareDone(pictures)} />}>
        <Action onPress={stopPictures}>Stop</Action>
      </DialogFooter>
    );
  if (work === "reading")
    return (
      <DialogFooter words={<WorkProgress label={`Reading ${name}`} share={null} />}>
        <Action onPress={stopPictures}>Stop</Action>
      </DialogFooter>
    );
  return (
    <DialogFooter>
      <Action onPress={closePictures}>Cancel</Action>
      {opened && (
        <Action weight="primary" onPress={usePictures}>
          Use these pictures
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
  const store = usePlaygroundStore();
  return (
    <>
      <Sentences sentences={[...opened.decisions, labelsInWords(opened.labels)]} />
      <div inert={pictures.work !== null}>
        <PictureOptions options={pictures.options} onChange={store.getState().changePictures} />
      </div>
      {pictures.shown ? (
        <PictureGrid {...pictures.shown} />
      ) : (
        <p className={text.quiet} role="status">
          The first pictures are being read.
        </p>
      )}
    </>
  );
}

/** As many labels as can be taken in. */
const named = 12;

/** "cat (120), dog (98) and 3 more labels." */
function labelsInWords(labels: OpenedPicturesProps["opened"]["labels"]): string {
  const first = labels
    .slice(0, named)
    .map(({ label, count }) => `${shortened(label)} (${formatCount(count)})`);
  const rest = labels.length - first.length;
  return `${first.join(", ")}${rest > 0 ? ` and ${counted(rest, "more label")}` : ""}.`;
}
