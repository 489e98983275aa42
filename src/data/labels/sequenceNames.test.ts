import { expect, test } from "vitest";
import { sequenceNames } from "./sequenceNames";

test.each([
  [
    ["x/walk/1.csv", "x/run/2.csv"],
    ["1", "2"],
  ],
  [
    ["x/walk/1.csv", "x/run/1.csv", "x/run.b/2"],
    ["x/walk/1", "x/run/1", "x/run.b/2"],
  ],
  [
    ["1.csv", "1.tsv", ".2"],
    ["1.csv", "1.tsv", ".2"],
  ],
])("tell all files apart, by no more than that needs: %j", (paths, names) => {
  expect([...sequenceNames(paths)]).toEqual(paths.map((path, i) => [path, names[i]]));
});
