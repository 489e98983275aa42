import { expect, it } from "vitest";
import { detectEncoding } from "./detectEncoding";

const binary = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const units = Array.from(text, (c) => c.charCodeAt(0));
  return Uint8Array.from(units.flatMap((u) => (bigEndian ? [u >> 8, u & 255] : [u & 255, u >> 8])));
}

it.each<[string, Uint8Array, string]>([
  ["plain", utf8("a,b\n1,2\n"), "utf-8"],
  ["UTF-8", utf8("Straße,日本,п\n"), "utf-8"],
  ["UTF-8 with a mark", utf8("\uFEFFa,b\n"), "utf-8"],
  ["UTF-8, cut within a character", utf8("a,日").slice(0, -1), "utf-8"],
  ["UTF-8 with a single wrong byte", new Uint8Array([...utf8("日本語,気温\n東京,1\n"), 0xe9, 0x0a]), "utf-8"],
  ["UTF-16 with a mark", utf16("\uFEFF日本", false), "utf-16le"],
  ["UTF-16, big-endian, with a mark", utf16("\uFEFF日本", true), "utf-16be"],
  ["UTF-16 without a mark", utf16("date,temp\n1,2\n", false), "utf-16le"],
  ["UTF-16, big-endian, without a mark", utf16("date,temp\n1,2\n", true), "utf-16be"],
  ["Western", binary("name,city\nJos\xe9,M\xfcnchen\nAnna,Z\xfcrich\n"), "windows-1252"],
  ["Western, one letter", binary("a,b\n1,caf\xe9\n"), "windows-1252"],
  ["Chinese", binary("\xc8\xd5\xc6\xda,\xce\xc2\xb6\xc8\n1,2\n"), "gb18030"],
  ["Korean", binary("\xb3\xaf\xc2\xa5,\xb1\xe2\xbf\xc2\n1,2\n"), "euc-kr"],
  ["Cyrillic", binary("\xc4\xe0\xf2\xe0,\xc3\xee\xf0\xee\xe4\n1,\xcc\xee\xf1\xea\xe2\xe0\n"), "windows-1251"],
])("knows the encoding of a table: %s", (_, bytes, encoding) => {
  expect(detectEncoding(bytes)).toBe(encoding);
});
