import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../words/english";
import { checkSize, decodeText, maxTextBytes, readPastedText } from "./text";

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes);
const binary = (characters: string) => Uint8Array.from(characters, (c) => c.charCodeAt(0));

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return Uint8Array.from(units.flatMap((u) => (bigEndian ? [u >> 8, u & 255] : [u & 255, u >> 8])));
}

function problemOf(bytes: Uint8Array): string {
  const result = decodeText(bytes, "a.txt");
  return result.ok ? "" : inEnglish(result.problem);
}

/** Any text without the characters that decoding treats specially. */
const plainText = fc
  .string({ unit: "binary", minLength: 1 })
  .map((text) => text.replace(/[\0\r\uFEFF]/g, "a"))
  .filter((text) => !text.startsWith("%PDF-"));

const plainLine = plainText.map((text) => text.replaceAll("\n", "a"));

describe("decodeText", () => {
  it("returns any UTF-8 text as it was, with or without a byte order mark", () => {
    fc.assert(
      fc.property(plainText, fc.boolean(), (text, mark) => {
        expect(decodeText(utf8((mark ? "\uFEFF" : "") + text), "a.txt")).toEqual({ ok: true, value: text });
      }),
    );
  });

  it("ends every line in LF", () => {
    fc.assert(
      fc.property(fc.array(plainLine), fc.constantFrom("\n", "\r\n", "\r"), (lines, end) => {
        const text = ["first", ...lines].join(end);
        const value = ["first", ...lines].join("\n");
        expect(decodeText(utf8(text), "a.txt")).toEqual({ ok: true, value });
      }),
    );
    expect(decodeText(utf8("a\r\n\r\rb\n\r\n"), "a.txt")).toEqual({ ok: true, value: "a\n\n\nb\n\n" });
  });

  it("refuses an empty file, also one of nothing but a byte order mark", () => {
    const sentence = "“a.txt” is empty. Choose a file with text in it.";
    expect(problemOf(bytesOf())).toBe(sentence);
    expect(problemOf(utf8("\uFEFF"))).toBe(sentence);
  });

  it.each([true, false])("recognises UTF-16 (big-endian: %s)", (bigEndian) => {
    const sentence = "“a.txt” looks like UTF-16. Save it again as UTF-8.";
    expect(problemOf(utf16("\uFEFF你好", bigEndian))).toBe(sentence);
    expect(problemOf(utf16("Some English text.\n", bigEndian))).toBe(sentence);
    expect(problemOf(utf16("Ein Text mit Gedankenstrich — und „Zitat“.\n", bigEndian))).toBe(sentence);
  });

  it.each([
    ["\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "“a.txt” is a PNG image, not plain text. Choose a .txt file in UTF-8."],
    ["\xff\xd8\xff\xe0", "“a.txt” is a JPEG image, not plain text. Choose a .txt file in UTF-8."],
    [
      "PK\x03\x04\x14\0",
      "“a.txt” is a ZIP archive (or a Word, Excel or EPUB document), not plain text. Save its text as a .txt file in UTF-8 and choose that.",
    ],
    [
      "%PDF-1.7\n%\xe2\xe3",
      "“a.txt” is a PDF document, not plain text. Save its text as a .txt file in UTF-8 and choose that.",
    ],
    ["RIFF\x24\0\0\0WAVEfmt ", "“a.txt” is a WAV recording, not plain text. Choose a .txt file in UTF-8."],
    [
      "\0\0\0\x20ftypisom",
      "“a.txt” is an MP4 film or recording, not plain text. Choose a .txt file in UTF-8.",
    ],
    [
      "abc\0\x01\x02",
      "“a.txt” is not plain text: byte 3 is NUL, which occurs only in binary files. Choose a .txt file in UTF-8.",
    ],
  ])("names the kind of a binary file: %j", (content, sentence) => {
    expect(problemOf(binary(content))).toBe(sentence);
  });

  it("says where a file stops being UTF-8", () => {
    expect(problemOf(binary("one\r\ntwo\rthree caf\xe9 four"))).toBe(
      "“a.txt” is not UTF-8: the first wrong byte is byte 18 (line 3). It looks like Latin-1, Windows-1252 or GBK; save it again as UTF-8.",
    );
    expect(problemOf(bytesOf(0xc4, 0xe3, 0xba, 0xc3))).toBe(
      "“a.txt” is not UTF-8: the first wrong byte is byte 0 (line 1). It looks like Latin-1, Windows-1252 or GBK; save it again as UTF-8.",
    );
  });

  it("says so when a file ends within a character", () => {
    expect(problemOf(utf8("line\n你").slice(0, -1))).toBe(
      "“a.txt” ends in the middle of a character, at byte 5 (line 2): the file seems to be cut off. Get the whole file, or save it again as UTF-8.",
    );
  });

  it("gives a whole sentence, never an exception, for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const result = decodeText(bytes, "a.txt");
        if (!result.ok) expect(result.problem).toMatch(/^“a\.txt” .+\.$/);
      }),
    );
  });
});

describe("checkSize", () => {
  it("accepts up to 50 MB", () => {
    expect(checkSize(maxTextBytes, "a.txt")).toEqual({ ok: true, value: 52_428_800 });
    expect(checkSize(maxTextBytes * 1.25, "a.txt")).toEqual({
      ok: false,
      problem: "“a.txt” is too large: it has 62.5 MB and the limit is 50 MB. Use a part of it.",
    });
    expect(checkSize(maxTextBytes + 1, "a.txt")).toEqual({
      ok: false,
      problem: "“a.txt” is too large: it has 50.1 MB and the limit is 50 MB. Use a part of it.",
    });
  });
});

describe("readPastedText", () => {
  it("ends every line in LF, and refuses nothing at all", () => {
    expect(readPastedText("\uFEFFa\r\nb\rc")).toEqual({ ok: true, value: "a\nb\nc" });
    expect(readPastedText("")).toEqual({
      ok: false,
      problem: "The pasted text is empty. Paste some text first.",
    });
  });
});
