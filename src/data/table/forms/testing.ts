/** Excel workbooks for tests, with what of one is read here (ECMA-376, part 1). */
import { strToU8, zipSync } from "fflate";

/** A number, a text, or a number that a format shows as a date. */
export type SheetCell = number | string | { readonly serial: number } | null;

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const types = "http://schemas.openxmlformats.org/package/2006/content-types";
const application = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The parts of a workbook, by their paths. Texts are shared, as Excel writes them; a row without a cell is not written. */
export function workbookFiles(
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>,
  { date1904 = false, hidden = [] as readonly string[] } = {},
): Record<string, Uint8Array> {
  const names = Object.keys(sheets);
  const texts: string[] = [];
  const xmlOf = (cell: SheetCell, place: string): string => {
    if (cell === null) return "";
    if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
    if (typeof cell === "object") return `<c r="${place}" s="1"><v>${cell.serial}</v></c>`;
    texts.push(cell);
    return `<c r="${place}" t="s"><v>${texts.length - 1}</v></c>`;
  };
  const sheetXml = (rows: readonly (readonly SheetCell[])[]) =>
    rows
      .map((cells, r) => {
        const written = cells
          .map((cell, c) => xmlOf(cell, `${String.fromCharCode(65 + c)}${r + 1}`))
          .join("");
        return written === "" ? "" : `<row r="${r + 1}">${written}</row>`;
      })
      .join("");
  const bodies = names.map((name) => sheetXml(sheets[name]));
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${application}.sheet.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>${names
      .map(
        (name, i) =>
          `<sheet name="${name.replaceAll("&", "&amp;")}" sheetId="${i + 1}"${hidden.includes(name) ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packageRelations}">${names
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join(
        "",
      )}<Relationship Id="rId90" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId91" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${texts.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
    ...Object.fromEntries(
      bodies.map((body, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${body}</sheetData></worksheet>`,
      ]),
    ),
    // What no sheet needs.
    "docProps/app.xml": "<Properties/>",
  };
  return Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)]));
}

export const workbookOf = (...of: Parameters<typeof workbookFiles>): Uint8Array<ArrayBuffer> =>
  zipSync(workbookFiles(...of)).slice();
