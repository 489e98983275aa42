import { expect, test } from "vitest";
import { familyChoices } from "./kernelFamilies";

const kernel = (family: string, variant: string, elapsedMs: number | null, chosen = false) => ({
  family,
  variant,
  elapsedMs,
  chosen,
});

test("each family with the variant in use, and the others by their time", () => {
  const choices = familyChoices([
    kernel("recurrence", "a", 3),
    kernel("recurrence", "b", null),
    kernel("recurrence", "c", 1, true),
    kernel("recurrence", "d", 2),
    kernel("matmulNN", "e", 5),
  ]);
  expect(choices.map(({ family, used }) => [family, used?.variant])).toEqual([
    ["recurrence", "c"],
    ["matmulNN", undefined],
  ]);
  expect(choices[0].others.map(({ variant }) => variant)).toEqual(["d", "a", "b"]);
});
