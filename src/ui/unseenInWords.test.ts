import { expect, it } from "vitest";
import { unseenInWords } from "./unseenInWords";

it("tells of characters that the network has never seen, and what it reads instead", () => {
  expect(unseenInWords({ count: 0, readAs: "a" }, "prompt")).toBeNull();
  expect(unseenInWords({ count: 1, readAs: "a" }, "prompt")).toBe(
    "1 character of the prompt is one that the network has never seen: it reads “a” in its place.",
  );
  expect(unseenInWords({ count: 2, readAs: " " }, "probe text")).toMatch(
    /^2 characters of the probe text are ones that the network has never seen: it reads .* in their place\.$/,
  );
  expect(unseenInWords({ count: 1, readAs: "\n" }, "prompt", "words")).toBe(
    "1 word of the prompt is one that the network has never seen: it reads “↵” in its place.",
  );
});
