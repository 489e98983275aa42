/**
 * Pictures on their way into training: a folder or a zip is chosen, and some of its pictures are shown as the network would read
 * them. What is trained on now goes on beneath.
 */

import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { counted, formatCount } from "../../../data/phrases";
import type { PictureImport } from "../../../store/imports/pictureImport";
import { Action } from "../../controls/Action";
import { usePlayground, usePlaygroundStore } from "../../usePlaygroundStore";
import { PictureChooser } from "./PictureChooser";
import styles from "./PictureDialog.module.css";
import { PictureGrid } from "./PictureGrid";
import { PictureOptions } from "./PictureOptions";
import { PictureProgress } from "./PictureProgress";

export function PictureDialog() {
  const store = usePlaygroundStore();
  const pictures = usePlayground((state) => state.pictures);
  if (!pictures) return null;
  const { closePictures, usePictures } = store.getState();
  const { opened, work, name } = pictures;
  return (
    // A click beside it would throw away what was chosen; Escape and Cancel are meant.
    <ModalOverlay className={styles.overlay} isOpen onOpenChange={(isOpen) => isOpen || closePictures()}>
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog}>
          <Heading slot="title" className={styles.title}>
            {opened ? `Pictures from ${name}` : "Open pictures"}
          </Heading>
          <div className={styles.body}>
            {opened ? (
              <OpenedPictures pictures={pictures} opened={opened} />
            ) : (
              <PictureChooser pictures={pictures} />
            )}
            {pictures.refusal && (
              <p className={styles.refusal} role="alert">
                {pictures.refusal}
              </p>
            )}
          </div>
          <div className={styles.foot}>
            {work === "preparing" || work === "loading" ? (
              <PictureProgress pictures={pictures} />
            ) : (
              <>
                <Action onPress={closePictures}>Cancel</Action>
                {opened && (
                  <Action weight="primary" onPress={usePictures}>
                    Use these pictures
                  </Action>
                )}
              </>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
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
      <div>
        {opened.decisions.map((sentence) => (
          <p key={sentence} className={styles.quiet}>
            {sentence}
          </p>
        ))}
        <p className={styles.quiet}>{labelsInWords(opened.labels)}</p>
      </div>
      <div inert={pictures.work !== null}>
        <PictureOptions options={pictures.options} onChange={store.getState().changePictures} />
      </div>
      {pictures.shown ? (
        <PictureGrid {...pictures.shown} />
      ) : (
        <p className={styles.quiet} role="status">
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
  const first = labels.slice(0, named).map(({ label, count }) => `${label} (${formatCount(count)})`);
  const rest = labels.length - first.length;
  return `${first.join(", ")}${rest > 0 ? ` and ${counted(rest, "more label")}` : ""}.`;
}
