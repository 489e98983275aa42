import { expect, it } from "vitest";
import { twoBidirectional } from "../../../store/sessionFixture";
import { snapshotFixture } from "../snapshotFixture";
import { hasNewPicture } from "./hasNewPicture";

const layers = twoBidirectional(5);
const snapshot = { ...snapshotFixture("abcab", 5), layers };
const view = { theme: "light", snapshot, layer: layers[0], change: null } as const;

it("is drawn anew with each snapshot and for another layer of the same one, and what is no layer's with the theme alone", () => {
  expect(hasNewPicture({ ...view }, view, true)).toBe(false);
  expect(hasNewPicture({ ...view, snapshot: { ...snapshot } }, view, true)).toBe(true);
  expect(hasNewPicture({ ...view, layer: layers[2] }, view, true)).toBe(true);
  expect(hasNewPicture({ ...view, change: layers[1] }, view, true)).toBe(true);
  expect(hasNewPicture({ ...view, layer: layers[2], snapshot: { ...snapshot } }, view, false)).toBe(false);
  expect(hasNewPicture({ ...view, theme: "dark" }, view, false)).toBe(true);
});
