/** The rows of a sheet of an Excel workbook, one after the other. Its library is loaded with the first. */
import type { Breathing } from "../../breathing";

export interface SheetRow {
  /** Counted from 0. */
  readonly index: number;
  readonly cells: readonly string[];
}

/** Rejects where the sheet is damaged, and as `breathing` does. */
export async function* workbookRows(
  archive: Blob,
  sheet: string,
  breathing: Breathing,
): AsyncGenerator<SheetRow> {
  const { streamXlsxRows } = await import("hucre/xlsx");
  for await (const { index, values } of streamXlsxRows(breathed(archive, breathing), { sheet })) {
    await breathing.breathe();
    yield { index, cells: values.map(cellOf) };
  }
}

/** A sheet may be long and have no rows: what reads it hears of a cancel all the same. */
function breathed(archive: Blob, breathing: Breathing): ReadableStream<Uint8Array> {
  const reader = archive.stream().getReader();
  return new ReadableStream({
    async pull(controller) {
      await breathing.breathe();
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => void reader.cancel().catch(() => undefined),
  });
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
