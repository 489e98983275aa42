/** Pictures on their way from a folder to training, as the dialog shows them: a pure function from what the reader says to what is shown. */
import type { ImageOptions } from "../../data/images/imageSequence";
import type { PictureEvent, PreviewedPicture } from "../../session/pictureProtocol";

export interface PictureImport {
  /** Of the newest command. */
  readonly readId: number;
  /** Of the folder or zip; "" before one is chosen. */
  readonly name: string;
  readonly options: ImageOptions;
  readonly work: "opening" | "showing" | "preparing" | null;
  /** Of what is being prepared, 0 to 1. */
  readonly share: number;
  readonly opened: {
    readonly labels: readonly { readonly label: string; readonly count: number }[];
    readonly decisions: readonly string[];
  } | null;
  /** Some of them as the network would read them with these options, which may be those before. */
  readonly shown: { readonly options: ImageOptions; readonly pictures: readonly PreviewedPicture[] } | null;
  /** Why the last thing that was asked for was not done. */
  readonly refusal: string | null;
}

export const defaultImageOptions: ImageOptions = {
  width: 28,
  height: 28,
  colour: "grey",
  steps: "rows",
  fit: "pad",
};

/** Before anything is chosen. */
export const noPictures: PictureImport = {
  readId: 0,
  name: "",
  options: defaultImageOptions,
  work: null,
  share: 0,
  opened: null,
  shown: null,
  refusal: null,
};

/** The same object for what comes too late. */
export function afterPictureEvent(pictures: PictureImport, event: PictureEvent): PictureImport {
  if (event.readId !== pictures.readId || pictures.work === null) return pictures;
  switch (event.type) {
    case "opened": {
      const { labels, decisions } = event;
      return { ...pictures, opened: { labels, decisions } };
    }
    case "previewed": {
      const { options, pictures: shown } = event;
      return { ...pictures, work: null, shown: { options, pictures: shown } };
    }
    case "progress":
      return { ...pictures, share: event.share };
    case "refused":
      return { ...pictures, work: null, refusal: event.problem };
    case "cancelled":
    case "prepared":
      return { ...pictures, work: null };
    default:
      return event satisfies never;
  }
}
