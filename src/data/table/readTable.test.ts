import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inEnglish } from "../../words/english";
import { identityOf, message } from "../../words/message";
import { fileMs } from "../fileBytes";
import { describeTable } from "./describeTable";
import { askTable } from "./prepareTable";
import { checkTableSize, maxTableBytes, readTable } from "./readTable";
import { defaultPrepareOptions, type TableFormat } from "./tableTypes";
import { cellsOf, questionsOf, sourceOf, tableOf, utf8 } from "./testing";

/** The bytes of every character of an encoding of one or two bytes, by decoding all of them. */
function encoderOf(label: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(label, { fatal: true });
  const bytes = new Map<string, readonly number[]>();
  const add = (...sequence: number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(sequence));
      if ([...character].length === 1 && !bytes.has(character)) bytes.set(character, sequence);
    } catch {
      // No character.
    }
  };
  for (let first = 0; first < 256; first++) add(first);
  if (label !== "windows-1252")
    for (let first = 0x81; first < 0xff; first++)
      for (let second = 0x40; second < 0xff; second++) add(first, second);
  return (text) => Uint8Array.from([...text].flatMap((character) => bytes.get(character) ?? [0x3f]));
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const units = Array.from({ length: text.length + 1 }, (_, i) =>
    i === 0 ? 0xfeff : text.charCodeAt(i - 1),
  );
  return Uint8Array.from(units.flatMap((u) => (bigEndian ? [u >> 8, u & 255] : [u & 255, u >> 8])));
}

const encodings: Readonly<
  Record<string, { alphabet: fc.Arbitrary<string>; encode: (text: string) => Uint8Array }>
> = {
  "utf-8": { alphabet: fc.string({ unit: "binary", maxLength: 12 }), encode: utf8 },
  "utf-16le": {
    alphabet: fc.string({ unit: "binary", maxLength: 12 }),
    encode: (text) => utf16(text, false),
  },
  "utf-16be": { alphabet: fc.string({ unit: "binary", maxLength: 12 }), encode: (text) => utf16(text, true) },
  // Node's decoder knows only the Latin-1 part of it, without "€".
  "windows-1252": { alphabet: stringsOf("aé,;ßü\"'\n|\t "), encode: encoderOf("windows-1252") },
  gb18030: { alphabet: stringsOf('a温度,;"北京\n|'), encode: encoderOf("gb18030") },
  shift_jis: { alphabet: stringsOf('a東京,;"ソ能\n|'), encode: encoderOf("shift_jis") },
};

function stringsOf(characters: string): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...characters), maxLength: 12 });
}

/** NUL is for binary files, and a byte order mark is none within a text. */
const clean = (cell: string) => cell.replace(/[\0\uFEFF]/g, "x");

interface Written {
  readonly format: Partial<TableFormat>;
  readonly rows: readonly (readonly string[])[];
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly cuts: readonly number[];
  /** At least the header, so that the columns are known. */
  readonly sampleBytes: number;
}

const written: fc.Arbitrary<Written> = fc
  .record({
    encoding: fc.constantFrom(...Object.keys(encodings)),
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    quote: fc.constantFrom('"' as const, "'" as const),
    lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
    endsWithLine: fc.boolean(),
    columns: fc.integer({ min: 1, max: 5 }),
    always: fc.boolean(),
  })
  .chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      rows: fc.array(
        fc.array(encodings[shape.encoding].alphabet.map(clean), {
          minLength: shape.columns,
          maxLength: shape.columns,
        }),
        { minLength: 1, maxLength: 12 },
      ),
      cuts: fc.array(fc.nat({ max: 800 }), { maxLength: 30 }),
      sampleBytes: fc.integer({ min: 120, max: 400 }),
    }),
  )
  .map(({ shape, rows: drawn, cuts, sampleBytes }) => {
    const { encoding, delimiter, quote, lineEnd, endsWithLine, columns, always } = shape;
    // An empty line is no row.
    const rows = drawn.map((row) => (row.length === 1 && row[0] === "" ? ["x"] : row));
    const header = Array.from({ length: columns }, (_, c) => `name ${c}`);
    const written = (cell: string) =>
      always || cell.includes(delimiter) || /["'\r\n]|^\s|\s$/.test(cell)
        ? quote + cell.replaceAll(quote, quote + quote) + quote
        : cell;
    const lines = [header, ...rows].map((row) => row.map(written).join(delimiter));
    const text = lines.join(lineEnd) + (endsWithLine ? lineEnd : "");
    const bytes = encodings[encoding].encode(text);
    // Empty rows at the end are rows as well here.
    const format = { encoding, delimiter, quote, header: true, skipped: 0, footer: true };
    return { format, rows, text, bytes, cuts, sampleBytes };
  });

const lineFeeds = (cell: string) => cell.replace(/\r\n?/g, "\n");

describe("readTable", () => {
  it("gives back every cell that was written, in any encoding, dialect and pieces", async () => {
    await fc.assert(
      fc.asyncProperty(written, async ({ format, rows, bytes, cuts, sampleBytes }) => {
        const read = await readTable(sourceOf(bytes, cuts), { format, sampleBytes });
        if (!read.ok) throw new Error(identityOf(read.problem));
        expect(cellsOf(read.value)).toEqual(rows.map((row) => row.map(lineFeeds)));
        const { ragged, unclosedQuotes, strayQuotes } = read.value.faults;
        expect([ragged.length, unclosedQuotes.count, strayQuotes.count]).toEqual([0, 0, 0]);
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on where the pieces end", async () => {
    const text = 'a,"b ""c"" ö",d\r\n1,"two\r\nlines",3\r\n\r\n4,"5 €",6\r\n';
    const whole = cellsOf(await tableOf(text));
    expect(whole).toEqual([
      ["1", "two\nlines", "3"],
      ["4", "5 €", "6"],
    ]);
    const bytes = utf8(text);
    const first = text.indexOf("\r");
    for (let cut = first + 4; cut <= bytes.length; cut++) {
      const read = await readTable(sourceOf(bytes, [first + 4, cut, cut + 1]), { sampleBytes: first + 4 });
      expect(read.ok && cellsOf(read.value)).toEqual(whole);
      expect(read.ok && [...read.value.faults.blankLines.values()]).toEqual([1]);
    }
  });

  it("reads an encoding that shows itself only behind the beginning", async () => {
    const plain = `a,b\n${"1,2\n".repeat(70_000)}`;
    // 東京 in JIS X 0208, between the escapes that begin and end it.
    const japanese = [0x1b, 0x24, 0x42, 0x45, 0x6c, 0x35, 0x7e, 0x1b, 0x28, 0x42];
    const cases: readonly (readonly [string, readonly number[], string])[] = [
      ["iso-2022-jp", japanese, "東京"],
      ["windows-1252", [0x47, 0x72, 0xfc, 0xdf, 0x65], "Grüße"],
      ["utf-8", [...utf8("温度 ü")], "温度 ü"],
    ];
    for (const [encoding, word, text] of cases) {
      const rows = Array.from({ length: 40 }, () => [...utf8("3,"), ...word, 0x0a]).flat();
      const bytes = Uint8Array.from([...utf8(plain), ...rows, ...utf8("4,5\n")]);
      const read = await readTable(sourceOf(bytes, [2 ** 18 + 7, 2 ** 18 + 4000, bytes.length - 9]));
      if (!read.ok) throw new Error(identityOf(read.problem));
      const { columns, format, rowCount, faults } = read.value;
      expect([encoding, format.encoding, rowCount]).toEqual([encoding, encoding, 70_041]);
      expect([
        columns[1].at(69_999),
        columns[1].at(70_000),
        columns[1].at(70_039),
        columns[1].at(70_040),
      ]).toEqual(["2", text, text, "5"]);
      expect(faults.undecodable.count).toBe(0);
    }
  });

  it("reads more than a page of rows, of cells that repeat and of cells that do not", async () => {
    const rows = Array.from({ length: 70_000 }, (_, i) => [
      `${i}`,
      i % 3 === 0 ? "yes" : "no",
      `long text number ${i % 7}`,
    ]);
    const table = await tableOf(`n,b,t\n${rows.map((row) => row.join(",")).join("\n")}`);
    expect(table.rowCount).toBe(70_000);
    for (const row of [0, 1, 32_767, 32_768, 65_535, 65_536, 69_999])
      expect(table.columns.map((column) => column.at(row))).toEqual(rows[row]);
    expect(table.columns[1].sizeBytes).toBeLessThan(140_000);
  });

  it("says how large a file is and may be, before it is read", async () => {
    expect(checkTableSize(maxTableBytes, "a.csv")).toEqual({ ok: true, value: 200_000_000 });
    const source = { name: "a.csv", size: 2e9, stream: () => expect.fail("It was read.") };
    expect(await readTable(source)).toEqual({
      ok: false,
      problem: message("table.tooLargeFile", { name: "a.csv", megabytes: 2000, mostBytes: maxTableBytes }),
    });
    expect(await readTable(sourceOf(utf8("")))).toEqual({
      ok: false,
      problem: message("table.emptyFile", { name: "a.csv" }),
    });
  });

  it("refuses what is no text, with a way out", async () => {
    const problem = async (text: string) => {
      const read = await readTable(sourceOf(Uint8Array.from(text, (c) => c.charCodeAt(0))));
      return read.ok ? "" : read.problem;
    };
    expect(await problem("PK\x03\x04\x14\0")).toMatchObject({
      key: "reading.zipUnreadable",
      values: { name: "a.csv" },
    });
    expect(await problem("\xd0\xcf\x11\xe0")).toMatchObject({
      key: "table.binaryFile",
      values: { name: "a.csv", mayBeSheet: true },
    });
    expect(await problem("%PDF-1.7")).toMatchObject({ values: { mayBeSheet: false } });
    expect(await problem("a,b\n1,\x002\n")).toEqual(
      message("table.nulCharacter", { name: "a.csv", character: 6 }),
    );
  });

  it("refuses what has too many columns, or a row without an end", async () => {
    const problem = async (text: string) => {
      const read = await readTable(sourceOf(utf8(text), [300_000]));
      return read.ok ? "" : read.problem;
    };
    const name = "a.csv";
    expect(await problem(`${"a,".repeat(5000)}a\n`)).toEqual(
      message("table.tooManyColumns", { name, columns: 5001, most: 4096 }),
    );
    expect(await problem(`a,b\n1,2\n${"x".repeat(5_000_000)}`)).toEqual(
      message("table.endlessRow", { name, row: 3, most: 4_194_304 }),
    );
  });

  it("stops within a quote that is never closed, and goes on in the next line", async () => {
    const table = await tableOf('a,b\n1,"two\n3,4\n5,6\n');
    expect(cellsOf(table)).toEqual([
      ["1", '"two'],
      ["3", "4"],
      ["5", "6"],
    ]);
    expect(table.faults.unclosedQuotes).toMatchObject({ count: 1, first: { row: 0 } });
  });

  it("gives quotes up after a hundred that are never closed", async () => {
    const table = await tableOf(`a,b\n${'1,"x\n'.repeat(301)}`, { format: { quote: '"' } });
    expect(table.rowCount).toBe(301);
    expect(table.columns[1].at(300)).toBe('"x');
    expect(table.faults.quotesGivenUpAt).toBe(99);
  });

  it.each([1, 400_000])("stops waiting for a source that never answers, after %i bytes", async (length) => {
    const stop = new AbortController();
    const stream = () =>
      new ReadableStream<Uint8Array<ArrayBuffer>>({
        start: (controller) => controller.enqueue(utf8("1,2\n".repeat(length / 4 + 1))),
        pull: () => {
          setTimeout(() => stop.abort(new Error("enough")));
          return new Promise(() => undefined);
        },
      });
    const reading = readTable({ name: "far.csv", size: 2 ** 20, stream }, { signal: stop.signal });
    await expect(reading).rejects.toThrow("enough");
  });

  describe("of a drive that answers no more", () => {
    beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
    afterEach(() => vi.useRealTimers());

    const silence = message("files.noAnswer", { name: "far.csv", seconds: 60 });
    /** Gives so much, and then nothing for ever. */
    const farStream = (bytes: Uint8Array<ArrayBuffer>) => () =>
      new ReadableStream<Uint8Array<ArrayBuffer>>({
        start: (controller) => (bytes.length > 0 ? controller.enqueue(bytes) : undefined),
        pull: () => new Promise(() => undefined),
      });

    it.each([0, 400_000])("says so a minute after %i bytes, and does not wait for ever", async (length) => {
      const stream = farStream(utf8("1,2\n".repeat(length / 4)));
      const reading = readTable({ name: "far.csv", size: 2 ** 20, stream });
      await vi.advanceTimersByTimeAsync(fileMs + 1000);
      expect(await reading).toEqual({ ok: false, problem: silence });
    });

    it("says so of a workbook as well, of which the beginning has come", async () => {
      const beginning = new Uint8Array(400_000);
      beginning.set([0x50, 0x4b, 3, 4]);
      const reading = readTable({ name: "far.csv", size: 2 ** 20, stream: farStream(beginning) });
      await vi.advanceTimersByTimeAsync(fileMs + 1000);
      expect(await reading).toEqual({ ok: false, problem: silence });
    });

    it("waits for each piece by itself", async () => {
      let pieces = 0;
      const stream = () =>
        new ReadableStream<Uint8Array<ArrayBuffer>>(
          {
            async pull(controller) {
              await new Promise((resolve) => setTimeout(resolve, 0.9 * fileMs));
              if (++pieces > 5) controller.close();
              else controller.enqueue(utf8(`${pieces},2\n`));
            },
          },
          { highWaterMark: 0 },
        );
      const reading = readTable({ name: "slow.csv", size: 20, stream });
      await vi.advanceTimersByTimeAsync(6 * fileMs);
      expect(await reading).toMatchObject({ ok: true, value: { rowCount: expect.any(Number) } });
    });
  });

  it("rejects with the signal's reason once it is aborted", async () => {
    const bytes = utf8("a,b\n1,2\n".repeat(200_000));
    const cuts = Array.from({ length: 20 }, (_, i) => 65_536 * i);
    const stop = new AbortController();
    const reading = readTable(sourceOf(bytes, cuts), {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error("enough")),
    });
    await expect(reading).rejects.toThrow("enough");
  });

  it("hears of it among hundreds of thousands of quotes that are never closed", async () => {
    const stop = new AbortController();
    const source = sourceOf(utf8('a,"b\n'.repeat(300_000)));
    const reading = readTable(source, { signal: stop.signal, sampleBytes: 1000 });
    setTimeout(() => stop.abort(new Error("enough")));
    await expect(reading).rejects.toThrow("enough");
  });

  it("says so when a file cannot be read to its end", async () => {
    const stream = () =>
      new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull: (controller) => controller.error(new Error("it is gone")),
      });
    expect(await readTable({ name: "a.csv", size: 9, stream })).toEqual({
      ok: false,
      problem: message("table.notReadToEnd", { name: "a.csv", reason: "it is gone" }),
    });
  });
});

/** Everything that can be made of these bytes; every problem must be a sentence with a place. */
async function expectSense(bytes: Uint8Array, format: Partial<TableFormat> = {}): Promise<void> {
  const read = await readTable(sourceOf(bytes, [7, 100]), { format });
  if (!read.ok) {
    expect(inEnglish(read.problem)).toMatch(/^“a\.csv”.+\.$/s);
    return;
  }
  const described = await describeTable(read.value);
  const preparations = await Promise.all(
    questionsOf(described).map((question) => askTable(described, question, defaultPrepareOptions)),
  );
  for (const { severity, message, row, column } of [
    ...described.preview.problems,
    ...preparations.flatMap(({ problems }) => problems),
  ]) {
    expect(inEnglish(message)).toMatch(/.+\.$/s);
    expect(inEnglish(message)).toMatch(/row|column|sequence/i);
    if (severity === "warns") expect(row !== null || column !== null).toBe(true);
    if (row !== null) expect(row).toBeGreaterThan(0);
  }
  for (const { data, problems } of preparations)
    expect(
      data !== null ||
        described.preview.rowCount === 0 ||
        problems.some(({ severity }) => severity === "stops"),
    ).toBe(true);
}

const csv = [
  "id,t,x,y,label",
  ...Array.from(
    { length: 30 },
    (_, i) => `${i % 5},${Math.floor(i / 5)},${i * 0.37},"${i % 4}",${i % 2 ? "a" : "b"}`,
  ),
].join("\n");

const edits = fc.array(
  fc.record({
    at: fc.nat({ max: 700 }),
    remove: fc.nat({ max: 30 }),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc
        .constantFrom('"', ",", "\n", "\r", "\n\n", ";", "Infinity", "NaN", "1e999", "\xe9", "''", "?", "\0")
        .map(utf8),
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

describe("bad input", () => {
  it("never throws, and always says where: any bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => expectSense(bytes)),
      { numRuns: 400 },
    );
  });

  it("never throws, and always says where: characters that tables are made of", async () => {
    const text = fc.string({ unit: fc.constantFrom(..."abc012.,;\t|\"'\n\r -+eE/:?"), maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(text, (some) => expectSense(utf8(some))),
      { numRuns: 400 },
    );
  });

  it("never throws, and always says where: a table with mistakes", async () => {
    await fc.assert(
      fc.asyncProperty(
        edits,
        fc.constantFrom(undefined, '"' as const, "'" as const, "" as const),
        async (mistakes, quote) => {
          const bytes = [...utf8(csv)];
          for (const { at, remove, insert } of mistakes)
            bytes.splice(Math.min(at, bytes.length), remove, ...insert);
          await expectSense(Uint8Array.from(bytes), quote === undefined ? {} : { quote });
        },
      ),
      { numRuns: 300 },
    );
  });
});
