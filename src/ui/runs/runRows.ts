/** What the list of kept runs shows of each. */

import type { RunRecord } from "../../kept/runRecord";
import type { ListedRun } from "../../kept/runStore";
import { identityOf, type Message, message, type Said } from "../../words/message";
import { keptDataLabel } from "../history/historyWords";
import { shortResult } from "./shortResult";

export interface RunRow {
  readonly id: string;
  /** Given, or what differs from the run before, or its data. */
  readonly name: Said;
  readonly record: RunRecord;
  /** What it is trained on, and how that is read. */
  readonly dataName: Said;
  /** Whether a text is read, whose next symbol is guessed. */
  readonly isText: boolean;
  /** Whether its losses are known to be in nats: of a text, or of classes that were measured. */
  readonly isInNats: boolean;
  /** The lowest loss on the validation set; null before the first. */
  readonly best: number | null;
  readonly result: Message | null;
  /** The training loss, evenly thinned, oldest first. */
  readonly curve: readonly number[];
}

/** More would not be seen. */
const mostCurvePoints = 60;

export function runRow(record: RunRecord): RunRow {
  const { id, differs, data, curves, evaluated } = record;
  const best = curves.validation.loss.reduce(
    (least, loss) => Math.min(least, loss),
    Number.POSITIVE_INFINITY,
  );
  const dataName = keptDataLabel(record);
  const own = differs.length > 0 ? message("kept.differs", { parts: differs }) : dataName;
  const isText = data.kind === "sample" || data.kind === "pasted" || data.kind === "file";
  return {
    id,
    record,
    dataName,
    isText,
    isInNats: isText || evaluated?.evaluation.kind === "classes",
    name: record.name ?? own,
    best: Number.isFinite(best) ? best : null,
    result: evaluated && shortResult(evaluated.evaluation),
    curve: thinned(curves.points.loss.length > 1 ? curves.points.loss : curves.pending.loss),
  };
}

function thinned(losses: Float64Array): readonly number[] {
  const count = Math.min(mostCurvePoints, losses.length);
  const last = losses.length - 1;
  return Array.from({ length: count }, (_, i) => losses[Math.round((i * last) / Math.max(1, count - 1))]);
}

/** The newest first; those that were deleted are not among them. */
export const runRows = (runs: readonly ListedRun[]): readonly RunRow[] =>
  namedRows(runs)
    .filter(({ record }) => record.deletedMs === null)
    .toSorted((a, b) => b.record.keptMs - a.record.keptMs);

/** The last deleted first. */
export const deletedRows = (runs: readonly ListedRun[]): readonly RunRow[] =>
  namedRows(runs)
    .filter(({ record }) => record.deletedMs !== null)
    .toSorted((a, b) => Number(b.record.deletedMs) - Number(a.record.deletedMs));

/** Of several with one name each but the oldest has a number behind it, as long as they are there: also one that was deleted. */
const namedRows = (runs: readonly ListedRun[]): readonly RunRow[] =>
  numbered(runs.flatMap(({ read }) => (read.ok ? [runRow(read.record)] : [])));

function numbered(rows: readonly RunRow[]): readonly RunRow[] {
  const counts = new Map<string, number>();
  return rows
    .toSorted((a, b) => a.record.beganMs - b.record.beganMs)
    .map((row) => {
      const name = identityOf(row.name);
      const number = (counts.get(name) ?? 0) + 1;
      counts.set(name, number);
      return number === 1 ? row : { ...row, name: message("kept.numbered", { name: row.name, number }) };
    });
}
