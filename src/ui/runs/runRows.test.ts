import { expect, it } from "vitest";
import { recordFixture } from "../../kept/recordFixture";
import type { RunRecord } from "../../kept/runRecord";
import type { ListedRun } from "../../kept/runStore";
import { dataFixture } from "../../store/sessionFixture";
import { englishWords, inEnglish } from "../../words/english";
import { message } from "../../words/message";
import { examplesFixture } from "../stage/examplesFixture";
import { isInNats } from "./race/raceChoices";
import { deletedRows, runRow, runRows } from "./runRows";

const listed = (records: readonly Partial<RunRecord>[]): readonly ListedRun[] =>
  records.map((change, i) => ({
    id: `${i}`,
    hasCheckpoint: true,
    read: { ok: true, record: { ...recordFixture, id: `${i}`, ...change } },
  }));

const rows = (...records: readonly Partial<RunRecord>[]) =>
  runRows(listed(records)).map(({ id, name }) => [id, name]);

it("tells runs of one name apart by a number, which stays with each whichever was kept last", () => {
  const mine = (number: number) => message("kept.numbered", { name: "mine", number });
  const three = [
    { name: "mine", beganMs: 1, keptMs: 30 },
    { name: "mine", beganMs: 2, keptMs: 10 },
    { name: "mine", beganMs: 3, keptMs: 20 },
    { name: "other", beganMs: 4, keptMs: 5 },
  ];
  expect(rows(...three)).toEqual([
    ["0", "mine"],
    ["2", mine(3)],
    ["1", mine(2)],
    ["3", "other"],
  ]);
});

it("does so where nobody has given a name, and with what was deleted as long as it can be had back", () => {
  const differs = [message("run.value", { name: "seed", value: "2" })];
  const name = message("kept.differs", { parts: differs });
  const numbered = (number: number) => message("kept.numbered", { name, number });
  const three = [
    { differs, beganMs: 1, keptMs: 3, deletedMs: 9 },
    { differs, beganMs: 2, keptMs: 2 },
    { differs, beganMs: 3, keptMs: 1, deletedMs: 10 },
  ];
  expect(rows(...three)).toEqual([["1", numbered(2)]]);
  expect(deletedRows(listed(three)).map(({ id, name: one }) => [id, one])).toEqual([
    ["2", numbered(3)],
    ["0", name],
  ]);
});

it("knows where losses are in nats: of texts", () => {
  const rowOf = (change: Partial<RunRecord>) => runRow({ ...recordFixture, ...change });
  const generated = { kind: "generated", sample: "sounds" } as const;
  expect(rowOf({})).toMatchObject({ isText: true, isInNats: true });
  expect(rowOf({ data: generated })).toMatchObject({ isText: false, isInNats: false });
  const { kept, race } = englishWords;
  expect(kept.best({ loss: 2.4134, nats: true })).toBe("best validation loss\u00a02.413\u00a0nats");
  expect(kept.best({ loss: 2.4134, nats: false })).toBe("best validation loss\u00a02.413");
  expect(race.lossAtEnd({ nats: true })).toBe("Validation loss at the end, nats");
  expect(
    [dataFixture, examplesFixture("classAtLast"), examplesFixture("numbers"), null].map(isInNats),
  ).toEqual([true, true, false, false]);
});

it("says of a text that is read by words that it is", () => {
  const { dataName, name } = runRow({
    ...recordFixture,
    data: { kind: "pasted", sha256: "ab", unit: "words" },
    dataName: "a.txt",
  });
  expect([dataName, name].map(inEnglish)).toEqual(["a.txt, by words", "a.txt, by words"]);
  expect(inEnglish(runRow(recordFixture).dataName)).toBe("alice.txt");
});
