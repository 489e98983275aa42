import { expect, it } from "vitest";
import { recordingProblem } from "./recordSound";

it.each([
  ["NotAllowedError", /^The browser does not let this page use the microphone\./],
  ["NotFoundError", /^There is no microphone\./],
  ["NotReadableError", /^The microphone cannot be used now/],
  ["SecurityError", /https/],
])("says what to do about a %s", (name, words) => {
  expect(recordingProblem(new DOMException("Whatever the browser says.", name))).toMatch(words);
});

it("repeats what it does not know", () => {
  expect(recordingProblem(new Error("It broke."))).toBe(
    "Recording failed: It broke. Record again, or open a sound file.",
  );
});
