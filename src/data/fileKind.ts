/** What a file is that was dropped or opened, by its first bytes and its name: the reader that it goes to. */
import { type BinaryKind, binaryKind } from "./binaryKind";
import { fileBytes } from "./fileBytes";
import { looksLikeTable } from "./looksLikeTable";
import { networkForm } from "./networkForm";
import { isMarkup } from "./table/forms/tableForm";

/** `run`: one that was kept (`kept/runFile.ts`). `network`: of another program (`exchange/`). `workbook`: spreadsheet programs' own files that nothing here reads. `webPage`: HTML or XML that is called a workbook. `text`: all the rest. */
export type FileKind =
  | "text"
  | "table"
  | "run"
  | "network"
  | "image"
  | "sound"
  | "zip"
  | "workbook"
  | "webPage";

/** What files of networks are called. */
export const networkExtensions = ["safetensors", "keras", "onnx", "pt", "pth", "h5", "hdf5"] as const;

/** What `fileKind` looks at. */
export const beginningBytes = 16 * 1024;

const extensions: Readonly<Record<Exclude<FileKind, "text" | "webPage">, readonly string[]>> = {
  table: ["csv", "tsv", "tab", "jsonl", "ndjson", "arff", "lvm", "xlsx", "xlsm"],
  image: ["png", "jpg", "jpeg", "webp", "gif", "bmp", "avif"],
  sound: ["wav", "mp3", "ogg", "oga", "opus", "flac", "m4a", "aac", "weba"],
  zip: ["zip"],
  run: ["grup"],
  network: networkExtensions,
  workbook: ["xlsb", "xls", "ods", "numbers"],
};

/** Of other bytes the reader of texts says what they are. */
const kindOfBinary: ReadonlyMap<BinaryKind, FileKind> = new Map([
  ...(["png", "jpeg", "gif", "webp"] as const).map((kind) => [kind, "image"] as const),
  ...(["wav", "mp3", "ogg", "flac", "mp4"] as const).map((kind) => [kind, "sound"] as const),
  ["zip", "zip"],
]);

/**
 * Bytes that no text begins with come before the name: a picture that is called "data.csv" is a picture. A file whose bytes
 * tell nothing is what its name says, and one whose name tells nothing ("data.txt") is a table if it looks like one.
 * @param beginning the first `beginningBytes` of it, or all
 */
export function fileKind(name: string, beginning: Uint8Array): FileKind {
  const extension = /\.([^.]+)$/.exec(name)?.[1].toLowerCase() ?? "";
  // Mail and messengers rename what they do not know: no other file begins so.
  if (binaryKind(beginning) === "run") return "run";
  // It is a zip or an old document inside, so its bytes would mislead; many programs call a text so that Excel opens it.
  if (extensions.workbook.includes(extension))
    return binaryKind(beginning) === null ? kindOfTextAsWorkbook(beginning) : "workbook";
  if (excel.includes(extension)) return "table";
  // Where it is none, its reader says so.
  if (extensions.run.includes(extension)) return "run";
  // Some are zips inside.
  if (extensions.network.includes(extension)) return "network";
  if (networkForm(beginning) !== null) return "network";
  const binary = binaryKind(beginning);
  if (binary !== null) return kindOfBinary.get(binary) ?? "text";
  const named = kindNames.find((kind) => extensions[kind].includes(extension));
  return named ?? (looksLikeTable(beginning) ? "table" : "text");
}

/** What many programs call a workbook so that Excel opens it. */
function kindOfTextAsWorkbook(beginning: Uint8Array): FileKind {
  if (isMarkup(new TextDecoder().decode(beginning))) return "webPage";
  return looksLikeTable(beginning) ? "table" : "workbook";
}

const excel = ["xlsx", "xlsm"];
const kindNames = ["table", "image", "sound", "zip"] as const;

/** The same of a file. Only its beginning is read. */
export async function kindOfFile(file: File): Promise<FileKind> {
  return fileKind(file.name, await fileBytes(file.slice(0, beginningBytes)));
}
