import { expect, it } from "vitest";
import { labelOptions } from "./labelOptions";

it("offers parts of names, of however many files", () => {
  const paths = Array.from({ length: 200_000 }, (_, i) => `${i % 2 ? "owl" : "wren"}.wav`);
  expect(labelOptions(paths, [], false)).toMatchObject([
    { source: { kind: "namePart", part: 0 }, labels: 2 },
  ]);
});
