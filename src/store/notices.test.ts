import { expect, it } from "vitest";
import { withNotice } from "./notices";
import type { Notice } from "./state";

const after = (...told: readonly (readonly [Notice["kind"], string])[]) =>
  told
    .reduce<readonly Notice[]>((notices, [kind, text]) => withNotice(notices, kind, text), [])
    .map(({ text }) => text);

it("lets go of what has no room, and keeps problems until there is", () => {
  expect(after(["info", "a"], ["info", "b"], ["info", "c"])).toEqual(["b", "c"]);
  expect(after(["problem", "a"], ["info", "b"], ["info", "c"], ["info", "d"])).toEqual(["a", "c", "d"]);
  expect(after(...["a", "b", "c", "d", "e"].map((text) => ["problem", text] as const))).toEqual([
    "b",
    "c",
    "d",
    "e",
  ]);
});

it("says again what is there already, last", () => {
  expect(after(["info", "a"], ["info", "b"], ["info", "a"])).toEqual(["b", "a"]);
});
