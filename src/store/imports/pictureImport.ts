/** Pictures on their way from a folder to training. */
import type { ImageOptions } from "../../data/images/imageSequence";
import type { PictureEvent, PreviewedPicture } from "../../session/pictureProtocol";
import type { ReaderLost } from "../../session/readerProtocol";
import { afterAsked, type LabelsChosen, noLabelsChosen, type OpenedFolder } from "./folderImport";
import { afterReader, answersLook, answersWork, type ImportState, notBegun } from "./importState";

/** A look shows some of them. */
export interface PictureImport extends ImportState<OpenedFolder, ImageOptions>, LabelsChosen {
  /** Some of them as the network would read them with these options, which may be those before. */
  readonly shown: { readonly options: ImageOptions; readonly pictures: readonly PreviewedPicture[] } | null;
}

export const defaultImageOptions: ImageOptions = {
  width: 28,
  height: 28,
  colour: "grey",
  steps: "rows",
  fit: "pad",
};

/** Before any are chosen. */
export const noPictures: PictureImport = {
  ...notBegun,
  ...noLabelsChosen,
  options: defaultImageOptions,
  shown: null,
};

/** The same object for what comes too late. */
export function afterPictureEvent(pictures: PictureImport, event: PictureEvent | ReaderLost): PictureImport {
  switch (event.type) {
    case "asked":
      return afterAsked(pictures, event);
    case "opened": {
      if (!answersWork(pictures, event)) return pictures;
      const { labels, decisions } = event;
      return { ...pictures, work: null, progress: null, opened: { labels, decisions } };
    }
    case "previewed": {
      if (!answersLook(pictures, event)) return pictures;
      const { options, pictures: some } = event;
      return { ...pictures, lookId: null, shown: { options, pictures: some } };
    }
    case "second":
      return pictures;
    default:
      return afterReader(pictures, event);
  }
}
