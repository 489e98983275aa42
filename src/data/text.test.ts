import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../words/english";
import { message, type Said } from "../words/message";
import { checkSize, decodeText, maxTextBytes, readPastedText } from "./text";

const name = "a.txt";

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes);
const binary = (characters: string) => Uint8Array.from(characters, (c) => c.charCodeAt(0));

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return Uint8Array.from(units.flatMap((u) => (bigEndian ? [u >> 8, u & 255] : [u & 255, u >> 8])));
}

function problemOf(bytes: Uint8Array): Said | null {
  const result = decodeText(bytes, "a.txt");
  return result.ok ? null : result.problem;
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
    const problem = message("files.textEmpty", { name });
    expect(problemOf(bytesOf())).toEqual(problem);
    expect(problemOf(utf8("\uFEFF"))).toEqual(problem);
  });

  it.each([true, false])("recognises UTF-16 (big-endian: %s)", (bigEndian) => {
    const problem = message("files.utf16", { name });
    expect(problemOf(utf16("\uFEFF你好", bigEndian))).toEqual(problem);
    expect(problemOf(utf16("Some English text.\n", bigEndian))).toEqual(problem);
    expect(problemOf(utf16("Ein Text mit Gedankenstrich — und „Zitat“.\n", bigEndian))).toEqual(problem);
  });

  it.each([
    ["\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "png"],
    ["\xff\xd8\xff\xe0", "jpeg"],
    ["RIFF\x24\0\0\0WAVEfmt ", "wav"],
    ["\0\0\0\x20ftypisom", "mp4"],
  ] as const)("names the kind of a binary file: %j", (content, kind) => {
    expect(problemOf(binary(content))).toEqual(
      message("files.binary", { name, kind: message(`files.${kind}`) }),
    );
  });

  it.each([
    ["PK\x03\x04\x14\0", "zip"],
    ["%PDF-1.7\n%\xe2\xe3", "pdf"],
  ] as const)("says that a document has a text in it: %j", (content, kind) => {
    expect(problemOf(binary(content))).toEqual(
      message("files.binaryWithText", { name, kind: message(`files.${kind}`) }),
    );
  });

  it("names the place of a NUL", () => {
    expect(problemOf(binary("abc\0\x01\x02"))).toEqual(message("files.nul", { name, byte: 3 }));
  });

  it("says where a file stops being UTF-8", () => {
    expect(problemOf(binary("one\r\ntwo\rthree caf\xe9 four"))).toEqual(
      message("files.notUtf8", { name, byte: 18, line: 3 }),
    );
    expect(problemOf(bytesOf(0xc4, 0xe3, 0xba, 0xc3))).toEqual(
      message("files.notUtf8", { name, byte: 0, line: 1 }),
    );
  });

  it("says so when a file ends within a character", () => {
    expect(problemOf(utf8("line\n你").slice(0, -1))).toEqual(
      message("files.cutOff", { name, byte: 5, line: 2 }),
    );
  });

  it("gives a whole sentence, never an exception, for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const result = decodeText(bytes, "a.txt");
        if (!result.ok) expect(inEnglish(result.problem)).toMatch(/^“a\.txt” .+\.$/);
      }),
    );
  });
});

describe("checkSize", () => {
  it("accepts up to 50 MB", () => {
    const tooLarge = (megabytes: number) =>
      message("files.textTooLarge", {
        name,
        sizeBytes: expect.closeTo(megabytes * 2 ** 20, 0),
        limitBytes: maxTextBytes,
      });
    expect(checkSize(maxTextBytes, "a.txt")).toEqual({ ok: true, value: 52_428_800 });
    expect(checkSize(maxTextBytes * 1.25, "a.txt")).toEqual({
      ok: false,
      problem: tooLarge(62.5),
    });
    expect(checkSize(maxTextBytes + 1, "a.txt")).toEqual({
      ok: false,
      problem: tooLarge(50.1),
    });
  });
});

describe("readPastedText", () => {
  it("ends every line in LF, and refuses nothing at all", () => {
    expect(readPastedText("\uFEFFa\r\nb\rc")).toEqual({ ok: true, value: "a\nb\nc" });
    expect(readPastedText("")).toEqual({
      ok: false,
      problem: message("files.pastedEmpty"),
    });
  });
});
