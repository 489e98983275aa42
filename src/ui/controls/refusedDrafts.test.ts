import { expect, it } from "vitest";
import { noneRefused, withDraft } from "./refusedDrafts";

it("holds the fields whose text is refused until each is right again or gone", () => {
  const one = withDraft(noneRefused, "a", true);
  const two = withDraft(one, "b", true);
  expect([...two]).toEqual(["a", "b"]);
  expect(withDraft(two, "a", true)).toBe(two);
  expect([...withDraft(two, "a", false)]).toEqual(["b"]);
  expect(withDraft(withDraft(two, "b", false), "a", false).size).toBe(0);
  expect(withDraft(noneRefused, "a", false)).toBe(noneRefused);
});
