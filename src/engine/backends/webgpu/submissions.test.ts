import { expect, test } from "vitest";
import { portions, Submissions } from "./submissions";

interface Launch {
  readonly name: string;
  readonly cost: number;
  readonly pieces?: readonly Launch[];
}

const millisecond = 1_000_000;
function namesOf(launches: readonly Launch[]): string[] {
  const submitted: string[] = [];
  const submissions = new Submissions<Launch>(
    (commands) => submitted.push(commands.map(({ name }) => name).join(" ")),
    () => millisecond,
  );
  for (const launch of launches) submissions.add(launch);
  submissions.flush();
  expect(submissions.pending).toBe(false);
  return submitted;
}

const launch = (name: string, ms: number, pieces?: readonly Launch[]): Launch => ({
  name,
  cost: ms * millisecond,
  ...(pieces && { pieces }),
});

test("short dispatches are submitted together, until they take about 12 ms", () => {
  const short = Array.from({ length: 7 }, (_, i) => launch(`${i}`, 5));
  expect(namesOf(short)).toEqual(["0 1 2", "3 4 5", "6"]);
  expect(namesOf([])).toEqual([]);
});

test("a dispatch that would take longer than 100 ms is done in pieces, a shorter one is not", () => {
  const pieces = [launch("first", 60), launch("second", 60)];
  expect(namesOf([launch("a", 1), launch("whole", 120, pieces), launch("b", 1)])).toEqual([
    "a first",
    "second",
    "b",
  ]);
  expect(namesOf([launch("whole", 90, pieces)])).toEqual(["whole"]);
});

test("what is asked for by itself has the submissions that it would have among others", () => {
  const namesIn = (launches: readonly Launch[]) =>
    [...portions(launches, millisecond)].map((portion) => portion.map(({ name }) => name).join(" "));
  expect(namesIn(Array.from({ length: 7 }, (_, i) => launch(`${i}`, 5)))).toEqual(["0 1 2", "3 4 5", "6"]);
  const pieces = [launch("first", 60), launch("second", 60)];
  expect(namesIn([launch("whole", 120, pieces)])).toEqual(["first", "second"]);
  expect(namesIn([launch("whole", 90, pieces)])).toEqual(["whole"]);
  expect(namesIn([])).toEqual([]);
});
