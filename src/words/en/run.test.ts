import { expect, it } from "vitest";
import { run } from "./run";

it("begins a change in small letters, but for a name", () => {
  expect(run.value({ name: "Batch size", value: "16" })).toBe("batch size 16");
  expect(run.change({ name: "Nesterov", before: "off", after: "on" })).toBe("Nesterov off → on");
});
