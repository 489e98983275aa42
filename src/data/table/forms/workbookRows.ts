/** The rows of a sheet of an Excel workbook, one after the other. Its library is loaded with the first. */
import type { Breathing } from "../../breathing";
import { fileBytes } from "../../fileBytes";

export interface SheetRow {
  /** Counted from 0. */
  readonly index: number;
  readonly cells: readonly string[];
}

/** Of the archive, handed over at once: some thousand rows. */
const pieceBytes = 2 ** 19;

/** Rejects where the sheet is damaged, and as `breathing` does. */
export async function* workbookRows(
  archive: Blob,
  sheet: string,
  breathing: Breathing,
): AsyncGenerator<SheetRow> {
  const { streamXlsxRows } = await import("hucre/xlsx");
  const taken = { rows: 0 };
  for await (const { index, values } of streamXlsxRows(pieces(archive, breathing, taken), { sheet })) {
    taken.rows++;
    await breathing.breathe();
    yield { index, cells: values.map(cellOf) };
  }
}

/**
 * The library reads as fast as it is fed, and keeps the rows that nobody has taken yet in a queue that is slow when it is long: the
 * next piece comes when rows are taken no more. A sheet may also be long and have no rows, so a cancel is heard here as well.
 */
function pieces(archive: Blob, breathing: Breathing, taken: { rows: number }): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        for (let before = -1; before !== taken.rows; ) {
          before = taken.rows;
          await new Promise((resolve) => setTimeout(resolve));
        }
        await breathing.breathe();
        const piece = await fileBytes(archive.slice(at, at + pieceBytes));
        at += pieceBytes;
        if (piece.length > 0) controller.enqueue(piece);
        if (at >= archive.size) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** As a spreadsheet would show it without a format; dates as ISO 8601 writes them. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : dateOf(value);
  if (typeof value === "number") return String(Number(value.toPrecision(15)));
  return String(value);
}

/** Without a time of day where it is midnight, and of that alone where there is no day. */
function dateOf(date: Date): string {
  // A day is a float there: what is nearly a second is one.
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000);
  const [day, time] = rounded.toISOString().slice(0, 19).split("T");
  if (rounded.getUTCFullYear() < 1900) return time;
  return time === "00:00:00" ? day : `${day} ${time}`;
}
