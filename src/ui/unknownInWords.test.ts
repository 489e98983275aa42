import { expect, it } from "vitest";
import { unknownInWords } from "./unknownInWords";

it("tells of characters that the network has never seen, and what it reads instead", () => {
  expect(unknownInWords({ count: 0, readAs: "a" }, "prompt")).toBeNull();
  expect(unknownInWords({ count: 1, readAs: "a" }, "prompt")).toBe(
    "1 character of the prompt is one that the network has never seen: it reads “a” in its place.",
  );
  expect(unknownInWords({ count: 2, readAs: " " }, "probe text")).toMatch(
    /^2 characters of the probe text are ones that the network has never seen: it reads .* in their place\.$/,
  );
});
