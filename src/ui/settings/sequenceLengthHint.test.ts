import { expect, it } from "vitest";
import { dataFixture } from "../../store/sessionFixture";
import { examplesFixture } from "../stage/examplesFixture";
import { sequenceLengthHint } from "./sequenceLengthHint";

it("says what a step is, for each kind of data", () => {
  expect(sequenceLengthHint(null)).toMatch(/^T, in characters: /);
  if (dataFixture.kind !== "text") throw new Error("The fixture is a text.");
  expect(sequenceLengthHint({ ...dataFixture, unit: "words" })).toMatch(/^T, in words: /);
  expect(sequenceLengthHint(examplesFixture("forecast"))).toMatch(/^T, in rows: /);
  expect(sequenceLengthHint(examplesFixture("classAtLast"))).toMatch(/^T, in time steps: /);
});

it("leaves it to a task how long its sequences are", () => {
  const task = { name: "adding", parameters: { steps: 50 } };
  expect(sequenceLengthHint({ ...examplesFixture("numbers"), task })).toBeNull();
});
