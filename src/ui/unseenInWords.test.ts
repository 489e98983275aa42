import { expect, it } from "vitest";
import { englishWords } from "../words/english";
import { unseenInWords } from "./unseenInWords";

it("tells of characters that the network has never seen, and what it reads instead", () => {
  expect(unseenInWords(englishWords, { count: 0, readAs: "a" }, "characters")).toBeNull();
  expect(unseenInWords(englishWords, { count: 1, readAs: "a" }, "characters")).toBe(
    "1\u00a0character of the probe text is one that the network has never seen: it reads “a” in its place.",
  );
  expect(unseenInWords(englishWords, { count: 2, readAs: " " }, "characters")).toMatch(
    /^2\u00a0characters of the probe text are ones that the network has never seen: it reads .* in their place\.$/,
  );
  expect(unseenInWords(englishWords, { count: 1, readAs: "\n" }, "words")).toBe(
    "1\u00a0word of the probe text is one that the network has never seen: it reads “↵” in its place.",
  );
});
