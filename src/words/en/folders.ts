/** The dialogs of folders and zips: pictures, sounds, texts with labels. */
import { count, counted, quoted } from "./phrases";

export const folders = {
  title: "Sounds or texts with labels",
  about:
    "Recordings (WAV, MP3, OGG, FLAC and whatever else this browser plays) or texts (.txt), in one folder for each label: the network learns to predict which folder one is from.",
  example: "birds\n├ owl\n│ ├ 1.wav\n│ └ 2.mp3\n└ wren\n  ├ a.wav\n  └ b.wav",
  picturesAbout:
    "PNG, JPEG or WebP pictures in one folder for each label: the name of the folder is what its pictures show.",
  picturesExample: "animals\n├ cat\n│ ├ 1.jpg\n│ └ 2.jpg\n└ dog\n  ├ a.png\n  └ b.png",
  chooseFolder: "Choose a folder",
  chooseZip: "Choose a zip",
  orDrop: "Or drop a folder or a zip on the page. Nothing leaves this computer.",
  reading: ({ name }: { readonly name: string }): string => `Reading “${name}”…`,
  stop: "Stop",
  cancel: "Cancel",
  starting: "Starting a network on it",
  startingOnPictures: "Starting a network on them",
  readingContent: ({
    content,
    name,
  }: {
    readonly content: "sounds" | "texts" | "tables" | null;
    readonly name: string;
  }): string => `Reading ${content ?? "files"} of “${name}”`,
  amount: ({ done, total }: { readonly done: number; readonly total: number }): string =>
    `${count(done)} of ${count(total)}`,
  labelsOf: ({ name }: { readonly name: string }): string => `Labels of ${name}`,
  whereLabels: "Where do the labels stand?",
  /** Parts of a name are counted from 0. */
  labelSource: ({
    kind,
    from,
    at,
    part,
    path,
    column,
  }: {
    readonly kind: "folder" | "fileName" | "namePart" | "nameLetters" | "list";
    /** Of folders, from the one right around a file outwards, or from the outermost inwards. */
    readonly from: "file" | "top";
    readonly at: number;
    readonly part: number;
    readonly path: string;
    readonly column: string;
  }): string => {
    switch (kind) {
      case "folder":
        if (from === "top")
          return at === 0
            ? "In the name of the outermost folder"
            : `In the name of the folder ${counted(at, "level")} further in than the outermost`;
        return at === 0
          ? "In the name of the folder around the file"
          : `In the name of the folder ${counted(at, "level")} further out`;
      case "fileName":
        return "In the file’s name; each line of a file is one example";
      case "namePart":
        return `In part ${count(part + 1)} of the file’s name`;
      case "nameLetters":
        return "In the letters before the number in the file’s name";
      case "list":
        return `In the column ${quoted(column)} of ${quoted(path)}`;
    }
  },
  labelExample: ({ file, label }: { readonly file: string; readonly label: string }): string =>
    `${file} → ${label}`,
  labelCount: ({ labels }: { readonly labels: number }): string => `${counted(labels, "label")}.`,
  useLabels: "Use these labels",
  picturesTitle: "Open pictures",
  picturesOf: ({ name }: { readonly name: string }): string => `Pictures from ${name}`,
  readingPictures: "Reading pictures",
  usePictures: "Use these pictures",
  firstPictures: "Reading the first pictures",
  /** Of one label and its pictures. */
  label: ({ label, pictures }: { readonly label: string; readonly pictures: number }): string =>
    `${label} (${count(pictures)})`,
  labels: ({ labels, more }: { readonly labels: readonly string[]; readonly more: number }): string =>
    `${labels.join(", ")}${more > 0 ? ` and ${counted(more, "more label")}` : ""}.`,
  someOfThem: "Some of the pictures, as the network would read them",
  unreadable: "cannot be read",
  pixels: "Pixels",
  otherShapes: "Other shapes",
  pad: "Keep whole",
  padAbout: "The mean colour of its edge fills the rest.",
  crop: "Cut to a square",
  cropAbout: "The middle is used.",
  stretch: "Stretch",
  stretchAbout: "The whole picture, out of shape.",
  colour: "In",
  grey: "Grey",
  inColour: "Colour",
  steps: "Time steps are",
  rows: "Rows",
  columns: "Columns",
  dropped: "Dropped folders",
  chosen: "These files",
  nothing: ({ name }: { readonly name: string }): string =>
    `“${name}” cannot be used: it has neither pictures (PNG, JPEG, WebP) nor sounds (WAV, MP3, OGG, FLAC, M4A) nor texts (.txt) nor tables (.csv) in it. Choose a folder or a zip with one folder for each label.`,
};
