import { expect, test } from "vitest";
import { allOps } from "../../engine/ops/registry";
import type { StepReport } from "../../session/protocol";
import { gigaflops, partOfOp, profileParts } from "./profileParts";

const step = (section: StepReport["section"], op: string, elapsedMs: number, flop: number): StepReport => ({
  section,
  op,
  elapsedMs,
  launches: 2,
  flop,
});

test("steps of one kind are one part, longest first, with their share of all time", () => {
  const parts = profileParts([
    step("forward", "matmulNT", 1, 10e6),
    step("forward", "gruForward", 5, 30e6),
    step("forward", "matmulNT", 1, 20e6),
    step("backward", "matmulTN", 2, 5e6),
    step("update", "adam", 1, 1e6),
  ]);
  expect(parts.map(({ section, name }) => `${section}: ${name}`)).toEqual([
    "forward: recurrence",
    "forward: products",
    "backward: products",
    "update: optimizer",
  ]);
  expect(parts.map(({ share }) => share)).toEqual([0.5, 0.2, 0.2, 0.1]);
  expect(parts[1]).toMatchObject({ elapsedMs: 2, launches: 4, flop: 30e6 });
  expect(gigaflops(parts[1])).toBe(15);
});

test("every op of the engine has a part, and no other has", () => {
  expect([...partOfOp.keys()].sort()).toEqual(allOps.map(({ name }) => name).sort());
});

test("an op that has no part stands by itself", () => {
  const [part] = profileParts([step("forward", "whatIsNew", 1, 0), step("forward", "copyBlock", 0.5, 0)]);
  expect(part).toMatchObject({ name: "whatIsNew", elapsedMs: 1 });
});

test("a clock that has seen no time pass gives no rate", () => {
  expect(gigaflops({ flop: 1, elapsedMs: 0 })).toBeNull();
  expect(profileParts([step("forward", "adam", 0, 1)])[0].share).toBe(0);
});
