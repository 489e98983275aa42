import { expect, it } from "vitest";
import { fileKind, kindOfFile } from "./fileKind";

const bytes = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const nothing = new Uint8Array();

it.each([
  ["a picture that is called a table", "data.csv", latin("\x89PNG\r\n\x1a\n"), "image"],
  ["a picture without a name", "pasted", latin("\xff\xd8\xff\xe0"), "image"],
  ["a WebP picture", "x", latin("RIFF\x00\x00\x00\x00WEBP"), "image"],
  ["a recording that begins as WebP does", "x", latin("RIFF\x00\x00\x00\x00WAVE"), "sound"],
  ["an MP3 that begins with a frame", "song.MP3", latin("\xff\xfb\x90\x00"), "sound"],
  ["a zip", "pictures.zip", latin("PK\x03\x04"), "zip"],
  ["a zip without a name", "pictures", latin("PK\x03\x04"), "zip"],
  ["Excel's own file, which is a zip inside", "sales.xlsx", latin("PK\x03\x04"), "table"],
  ["a workbook of another program, also a zip inside", "sales.ods", latin("PK\x03\x04"), "workbook"],
  [
    "a text that is called a workbook so that Excel opens it",
    "stock.xls",
    bytes("a\tb\n1\t2\n3\t4\n"),
    "table",
  ],
  [
    "HTML that is called a workbook",
    "till.xls",
    latin("<html><table><tr><td>Date</td></tr></table>"),
    "webPage",
  ],
  ["an old workbook", "stock.xls", latin("\xd0\xcf\x11\xe0"), "workbook"],
  ["a network, which is a zip inside", "model.keras", latin("PK\x03\x04"), "network"],
  ["a network of PyTorch", "model.safetensors", nothing, "network"],
  ["a network that has lost its name", "model (1)", latin('\x10\x01\0\0\0\0\0\0{"__meta'), "network"],
  ["ONNX that somebody's mail has renamed", "model.txt", latin("\x08\x07\x12\x07pytorch"), "network"],
  ["HDF5, of which the reader of networks says what it is", "weights", latin("\x89HDF\r\n\x1a\n"), "network"],
  ["a text that begins with a control character", "x.txt", latin("\x08\x08 words"), "text"],
  ["JSON with a name of its own", "sales.jsonl", nothing, "table"],
  ["a saved run that somebody's mail has renamed", "gru.txt", latin("\x89GRP\r\n\x1a\n\x01"), "run"],
  ["a saved run that is called a workbook", "gru.xlsx", latin("\x89GRP\r\n\x1a\n\x01"), "run"],
  ["a document, of which the text's reader says what it is", "letter.pdf", latin("%PDF-1.7"), "text"],
  ["a table by its name, whatever is in it", "a.b.TSV", bytes("words without any tab"), "table"],
  ["an empty table", "empty.csv", nothing, "table"],
  ["an empty file", "empty", nothing, "text"],
  ["a name that is all extension", "csv", bytes("to be, or not\n".repeat(5)), "text"],
])("knows %s", (_, name, beginning, kind) => {
  expect(fileKind(name, beginning)).toBe(kind);
});

const table = "Date,Temp\n1981-01-01,20.7\n1981-01-02,17.9\n";

it.each([
  ["numbers between commas", table, "table"],
  ["the same with Windows' line ends and blank lines", table.replaceAll("\n", "\r\n\r\n"), "table"],
  ["decimal commas between semicolons", "a;b\nx;1,5\ny;−2,25\nz;3e-4\n", "table"],
  ["no header", "1|2\n3|4\n5|6\n", "table"],
  ["words between tabs", "ham\tsee you\nspam\twin, now\nham\tok\n", "table"],
  ["commas in quotes", 'who,n\n"Smith, J",1\n"Li, W",2\n', "table"],
  ["a last line that is cut off", `${table}1981-01`, "table"],
  ["numbers between runs of spaces", "  1  0.5   -2e-3\n 12  0.75   1\n  3  -1    0\n", "table"],
  ["words in one column of these", "a 1 2\nb 3 4\nc 5 6\n", "table"],
  ["an object a line", '{"a":1}\n{"a":2}\n', "table"],
  ["an array of objects", '[\n  {"a": 1},\n  {"a": 2}\n]\n', "table"],
  ["settings in JSON", '{\n  "name": "x",\n  "version": "1"\n}\n', "text"],
  ["attributes", "% made by hand\n@RELATION r\n@ATTRIBUTE a NUMERIC\n@DATA\n1\n", "table"],
  ["time series", "#a comment\n@problemName X\n@data\n1,2:a\n", "table"],
  ["a program", "@Component\nexport class A {}\n", "text"],
  ["a list in brackets", "[1] Smith, J. 1999\n[2] Li, W. 2001\n", "text"],
  ["three words a line", "to be or\nnot to be\nthat is the\n", "text"],
  ["one comma in every line of a poem", "to be, or not\n".repeat(9), "text"],
  ["a comma in every line with a number in some", "one, 2\ntwo, three\nfour, 5\n", "text"],
  ["a number in every line and no delimiter", "12\n13\n14\n15\n", "text"],
  ["lines with different numbers of cells", "a,1\nb,2,3\nc,4\n", "text"],
  ["too little to tell", "a,1\nb,2\n", "text"],
])("looks at a .txt: %s", (_, content, kind) => {
  expect(fileKind("notes.txt", bytes(content))).toBe(kind);
});

it("reads UTF-16 by its byte order mark", () => {
  const units = Uint16Array.from(`\uFEFF${table}`, (character) => character.charCodeAt(0));
  expect(fileKind("data.txt", new Uint8Array(units.buffer))).toBe("table");
});

it("looks at the beginning of a file", async () => {
  const rows = "1981-01-02,17.9\n".repeat(5000);
  expect(await kindOfFile(new File([table, rows, "not, a, table, any, more\n"], "data.txt"))).toBe("table");
});
