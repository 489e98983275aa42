import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../words/english";
import { message, type Said } from "../words/message";
import type { Encoding } from "./encodings";
import { checkSize, decodeText, maxTextBytes, readPastedText } from "./text";

const name = "a.txt";

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes);
const binary = (characters: string) => Uint8Array.from(characters, (c) => c.charCodeAt(0));

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return Uint8Array.from(units.flatMap((u) => (bigEndian ? [u >> 8, u & 255] : [u & 255, u >> 8])));
}

async function problemOf(bytes: Uint8Array): Promise<Said | null> {
  const result = await decodeText(bytes, "a.txt");
  return result.ok ? null : result.problem;
}

const whole = (text: string, encoding: Encoding = "utf-8") => ({
  ok: true,
  value: { text, encoding, undecodable: 0 },
});

/** Any text without the characters that decoding treats specially. */
const plainText = fc
  .string({ unit: "binary", minLength: 1 })
  .map((text) => text.replace(/[\0\r\uFEFF]/g, "a"))
  .filter((text) => !text.startsWith("%PDF-"));

const plainLine = plainText.map((text) => text.replaceAll("\n", "a"));

describe("decodeText", () => {
  it("returns any UTF-8 text as it was, with or without a byte order mark", async () => {
    await fc.assert(
      fc.asyncProperty(plainText, fc.boolean(), async (text, mark) => {
        expect(await decodeText(utf8((mark ? "\uFEFF" : "") + text), "a.txt")).toEqual(whole(text));
      }),
    );
  });

  it("ends every line in LF", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(plainLine), fc.constantFrom("\n", "\r\n", "\r"), async (lines, end) => {
        const text = ["first", ...lines].join(end);
        const value = ["first", ...lines].join("\n");
        expect(await decodeText(utf8(text), "a.txt")).toEqual(whole(value));
      }),
    );
    expect(await decodeText(utf8("a\r\n\r\rb\n\r\n"), "a.txt")).toEqual(whole("a\n\n\nb\n\n"));
  });

  it("refuses an empty file, also one of nothing but a byte order mark", async () => {
    const problem = message("files.textEmpty", { name });
    expect(await problemOf(bytesOf())).toEqual(problem);
    expect(await problemOf(utf8("\uFEFF"))).toEqual(problem);
  });

  it.each([true, false])("reads UTF-16 (big-endian: %s), with a mark and without", async (bigEndian) => {
    const encoding = bigEndian ? "utf-16be" : "utf-16le";
    const texts = [
      "Ein Text mit Gedankenstrich — und „Zitat“.\n",
      `${"春の小さな庭に花が咲く。".repeat(9)}\n`,
    ];
    for (const text of texts) {
      expect(await decodeText(utf16(text, bigEndian), "a.txt")).toEqual(whole(text, encoding));
      expect(await decodeText(utf16(`\uFEFF${text}`, bigEndian), "a.txt")).toEqual(whole(text, encoding));
    }
  });

  it("reads other encodings as what they are, and lets them be chosen", async () => {
    const latin = binary("one\r\ntwo\rthree caf\xe9 four");
    expect(await decodeText(latin, "a.txt")).toEqual(whole("one\ntwo\nthree café four", "windows-1252"));
    expect(await decodeText(latin, "a.txt", "windows-1251")).toEqual(
      whole("one\ntwo\nthree cafй four", "windows-1251"),
    );
    // 世界你好, behind a preface that tells nothing.
    const preface = "A preface of plain English.\n".repeat(9000);
    const chinese = Uint8Array.from([
      ...binary(preface),
      0xca,
      0xc0,
      0xbd,
      0xe7,
      0xc4,
      0xe3,
      0xba,
      0xc3,
      0x0a,
    ]);
    expect(await decodeText(chinese, "a.txt")).toEqual(whole(`${preface}世界你好\n`, "gb18030"));
  });

  it("reads Japanese of seven bits behind a long preface, and escapes in other texts as what they are", async () => {
    const preface = "A preface of plain English.\n".repeat(9000);
    const japanese = binary(`${preface}\x1b$B=U\x1b(B\n`);
    expect(await decodeText(japanese, "a.txt")).toEqual(whole(`${preface}春\n`, "iso-2022-jp"));
    const printed = `ä\n${preface}\x1b$B=U\x1b(B\n`;
    expect(await decodeText(utf8(printed), "a.txt")).toEqual(whole(printed));
  });

  it("reads a file that ends within a character, and counts the place", async () => {
    expect(await decodeText(utf8("line\n你们好吗").slice(0, -1), "a.txt")).toEqual({
      ok: true,
      value: { text: "line\n你们好\uFFFD", encoding: "utf-8", undecodable: 1 },
    });
    // Which somebody may have written as well.
    expect(await decodeText(utf8("a\uFFFDb"), "a.txt")).toEqual(whole("a\uFFFDb"));
  });

  it("reads UTF-8 with a few wrong bytes as UTF-8, wherever they stand, and counts them", async () => {
    const lines = "Über den grünen Hügeln läuft ein Bär.\n".repeat(2000);
    const late = Uint8Array.from([...utf8(lines), ...binary("The caf\xe9 is closed.\n")]);
    expect(await decodeText(late, "a.txt")).toEqual({
      ok: true,
      value: { text: `${lines}The caf\uFFFD is closed.\n`, encoding: "utf-8", undecodable: 1 },
    });
    // As many of one as of the other say nothing for UTF-8.
    const both = Uint8Array.from([...utf8("grün\n"), ...binary("gr\xfcn\n")]);
    expect(await decodeText(both, "a.txt")).toEqual(whole("grÃ¼n\ngrün\n", "windows-1252"));
  });

  it.each([
    ["\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "png"],
    ["\xff\xd8\xff\xe0", "jpeg"],
    ["RIFF\x24\0\0\0WAVEfmt ", "wav"],
    ["\0\0\0\x20ftypisom", "mp4"],
  ] as const)("names the kind of a binary file: %j", async (content, kind) => {
    expect(await problemOf(binary(content))).toEqual(
      message("files.binary", { name, kind: message(`files.${kind}`) }),
    );
  });

  it.each([
    ["PK\x03\x04\x14\0", "zip"],
    ["%PDF-1.7\n%\xe2\xe3", "pdf"],
  ] as const)("says that a document has a text in it: %j", async (content, kind) => {
    expect(await problemOf(binary(content))).toEqual(
      message("files.binaryWithText", { name, kind: message(`files.${kind}`) }),
    );
  });

  it("names the place of a NUL", async () => {
    expect(await problemOf(binary("abc\0\x01\x02"))).toEqual(message("files.nul", { name, byte: 3 }));
  });

  it("refuses numbers of two bytes, which have their NULs where UTF-16 has them, unless that is chosen", async () => {
    const numbers = new Uint8Array(Int16Array.from({ length: 2000 }, (_, i) => 1 + ((i * 7) % 200)).buffer);
    expect(await problemOf(numbers)).toEqual(message("files.nul", { name, byte: 1 }));
    expect(await decodeText(numbers, "a.txt", "utf-16le")).toMatchObject({ ok: true });
  });

  it("refuses bytes that are a text in no encoding", async () => {
    const bytes = Uint8Array.from(
      { length: 600 },
      (_, i) => 1 + ((i * i * 7 + i * 13) % 31) + (i % 3 ? 0 : 128),
    );
    expect(await problemOf(bytes)).toEqual(message("files.noEncoding", { name, byte: 0, line: 1 }));
  });

  it("gives a whole sentence, never an exception, for any bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), async (bytes) => {
        const result = await decodeText(bytes, "a.txt");
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
        sizeBytes: Math.round(megabytes * 1e6),
        limitBytes: maxTextBytes,
      });
    expect(checkSize(maxTextBytes, "a.txt")).toEqual({ ok: true, value: 50_000_000 });
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
