import { expect, it } from "vitest";
import { recordFixture } from "../../kept/recordFixture";
import type { RunRecord } from "../../kept/runRecord";
import { message } from "../../words/message";
import { runRows } from "./runRows";

const rows = (...records: readonly Partial<RunRecord>[]) =>
  runRows(
    records.map((change, i) => ({
      id: `${i}`,
      hasCheckpoint: true,
      read: { ok: true, record: { ...recordFixture, id: `${i}`, ...change } },
    })),
  ).map(({ id, name }) => [id, name]);

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

it("does so where nobody has given a name, and does not count what was deleted", () => {
  const differs = [message("run.value", { name: "seed", value: "2" })];
  const name = message("kept.differs", { parts: differs });
  expect(
    rows(
      { differs, beganMs: 1, deletedMs: 9 },
      { differs, beganMs: 2, keptMs: 2 },
      { differs, beganMs: 3, keptMs: 1 },
    ),
  ).toEqual([
    ["1", name],
    ["2", message("kept.numbered", { name, number: 2 })],
  ]);
});
