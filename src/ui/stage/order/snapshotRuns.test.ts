import { expect, it } from "vitest";
import { snapshotFixture } from "../snapshotFixture";
import { SnapshotRuns } from "./snapshotRuns";

it("leaves a snapshot to the run that it came from while the next run has none of its own", () => {
  const [first, second] = [snapshotFixture("ab", 3), snapshotFixture("ab", 3)];
  const runs = new SnapshotRuns();
  expect(runs.of(first, 1)).toBe(1);
  expect(runs.of(first, 2)).toBe(1);
  expect(runs.of(second, 2)).toBe(2);
  expect(runs.of(second, 3)).toBe(2);
});
