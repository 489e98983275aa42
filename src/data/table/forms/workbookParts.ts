/**
 * What of an Excel workbook (.xlsx) is needed to read one of its sheets: an archive that has these parts alone, unpacked by the reader
 * of archives, to no more than they state.
 */
import { message } from "../../../words/message";
import type { Breathing } from "../../breathing";
import { failure, type Result, success } from "../../result";
import { type StoredFile, storedZip } from "../../zip/storedZip";
import { checkUnpackedSize, unzipFile } from "../../zip/unzipFile";
import { zipContents } from "../../zip/zipContents";
import type { ZipEntry } from "../../zip/zipEntry";
import { allOfSheet } from "../sheetNames";

export interface WorkbookParts {
  /** The names of its sheets, in their order. */
  readonly sheets: readonly string[];
  /** The one that is read. */
  readonly sheet: string;
  readonly archive: Blob;
}

/** Nobody thinks of these as archives. */
const isWorkbookName = /\.xls[xmb]$/i;
const workbookPath = "xl/workbook.xml";
const relationsPath = "xl/_rels/workbook.xml.rels";
const always = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels)$/i;
const shared = /^xl\/(sharedStrings|styles)\.xml$/i;

/** @param wanted the name of a sheet, or of a table of one; null, or one that is not there, for the first that is seen */
export async function workbookParts(
  workbook: Blob,
  name: string,
  wanted: string | null,
  breathing: Breathing,
): Promise<Result<WorkbookParts>> {
  const contents = await zipContents(workbook, name, breathing);
  if (!contents.ok)
    return isWorkbookName.test(name) ? failure(message("table.workbookDamaged", { name })) : contents;
  const entries = contents.value.files;
  const small = entries.filter(({ path }) => always.test(path));
  const read = await unpacked(workbook, name, small, breathing);
  if (!read.ok) return read;
  const textOf = async (path: string) =>
    (await read.value.find((one) => one.path.toLowerCase() === path.toLowerCase())?.content.text()) ?? "";
  const sheets = sheetsOf(await textOf(workbookPath), await textOf(relationsPath));
  const sheet =
    sheets.find((one) => one.name === wanted) ??
    sheets.find((one) => wanted?.startsWith(allOfSheet(one.name))) ??
    sheets.find((one) => !one.isHidden) ??
    sheets[0];
  const entry = entries.find(({ path }) => path.toLowerCase() === sheet?.path.toLowerCase());
  if (!sheet || !entry) return failure(message("table.notWorkbook", { name }));
  const others = entries.filter(({ path }) => shared.test(path));
  const rest = await unpacked(workbook, name, [...others, entry], breathing);
  if (!rest.ok) return rest;
  const names = sheets.map((one) => one.name);
  return success({ sheets: names, sheet: sheet.name, archive: storedZip([...read.value, ...rest.value]) });
}

async function unpacked(
  workbook: Blob,
  name: string,
  entries: readonly ZipEntry[],
  breathing: Breathing,
): Promise<Result<readonly StoredFile[]>> {
  const size = checkUnpackedSize(entries, name);
  if (!size.ok) return size;
  const files: StoredFile[] = [];
  for (const entry of entries) {
    const content = await unzipFile(workbook, entry, { breathing });
    if (!content.ok) return content;
    files.push({ path: entry.path, content: content.value, crc32: entry.crc32 });
  }
  return success(files);
}

interface SheetPlace {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

/** Sheets of the workbook, with the files that its relations say they are in. Charts are no sheets of cells. */
function sheetsOf(workbook: string, relations: string): readonly SheetPlace[] {
  const targets = new Map(
    elementsOf(relations, "Relationship")
      .filter((relation) => /\/worksheet$/.test(relation.get("Type") ?? ""))
      .map((relation) => [relation.get("Id") ?? "", pathOf(relation.get("Target") ?? "")]),
  );
  return elementsOf(workbook, "sheet").flatMap((sheet) => {
    const path = targets.get(sheet.get("id") ?? "");
    const isHidden = /hidden/i.test(sheet.get("state") ?? "");
    return path === undefined ? [] : [{ name: sheet.get("name") ?? "", path, isHidden }];
  });
}

const pathOf = (target: string): string => (target.startsWith("/") ? target.slice(1) : `xl/${target}`);

/** The attributes of each element of this name, without the prefixes of their namespaces. */
function elementsOf(xml: string, name: string): readonly ReadonlyMap<string, string>[] {
  const elements = xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^<>]*)>`, "g"));
  return Array.from(elements, ([, attributes]) => {
    const pairs = attributes.matchAll(/(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
    return new Map(Array.from(pairs, ([, key, double, single]) => [key, decoded(double ?? single)]));
  });
}

const entities = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

const decoded = (text: string): string =>
  text.replace(/&(\w+);/g, (whole, name) => entities.get(name) ?? whole);
