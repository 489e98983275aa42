import { expect, it } from "vitest";
import { exampleSnapshot } from "../ui/stage/examplesFixture";
import { message } from "../words/message";
import { sameSequence } from "./sameSequence";

it("knows a sequence again by its name and its numbers, though every snapshot brings copies", () => {
  const { sequence } = exampleSnapshot("forecast", 4);
  const after = (time: string) => ({ ...sequence, name: message("files.afterTime", { time }) });
  expect(sameSequence(after("Monday"), structuredClone(after("Monday")))).toBe(true);
  expect(sameSequence(after("Monday"), after("Tuesday"))).toBe(false);
  expect(sameSequence(after("Monday"), sequence)).toBe(false);
});
