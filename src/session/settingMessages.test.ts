import { expect, it } from "vitest";
import { englishWords, inEnglish } from "../words/english";
import { message, verbatim } from "../words/message";
import { shapeOfText } from "./dataShape";
import { malformedProblem, settingChange, unfitProblem } from "./settingMessages";
import { isChoiceKey, settingNames, settingOf } from "./settings";

it("says what a setting may be", () => {
  expect(malformedProblem("batchSize")).toEqual(
    message("settings.malformed", {
      label: message("settingLabels.batchSize"),
      name: "batchSize",
      allowed: message("settings.numberAllowed", { integer: true, min: 1, max: 256 }),
    }),
  );
  expect(malformedProblem("nesterov")).toMatchObject({
    values: { allowed: message("settings.flagAllowed") },
  });
  expect(malformedProblem("speed")).toEqual(message("settings.unknown", { name: "speed" }));
});

it("puts values into words", () => {
  const change = (...change: Parameters<typeof settingChange>) => settingChange(...change).values;
  expect(change("hiddenSizes", [64, 32], [8])).toMatchObject({ before: verbatim("64 + 32") });
  expect(change("bidirectional", false, true)).toMatchObject({ after: message("settings.on") });
  expect(change("decay", "constant", "plateau")).toEqual({
    name: message("settingLabels.decay"),
    before: message("choiceNames.decay:constant"),
    after: message("choiceNames.decay:plateau"),
  });
  expect(inEnglish(settingChange("decay", "constant", "plateau"))).toBe("schedule constant → on a plateau");
});

it("has words for every setting and choice, and no others", () => {
  const choices = settingNames.flatMap((name) => {
    const setting = settingOf(name);
    return setting.kind === "choice" ? setting.options.map((option) => `${name}:${option}`) : [];
  });
  expect(Object.keys(englishWords.settingLabels)).toEqual(settingNames);
  expect(Object.keys(englishWords.choiceNames)).toEqual(choices);
  expect(choices.every(isChoiceKey)).toBe(true);
});

it("says why a value does not fit the data", () => {
  expect(inEnglish(unfitProblem("bidirectional", shapeOfText("words")))).toBe(
    "The setting “Both directions” (bidirectional) does not fit these data. Not for a text: what comes next would be read before it is asked for.",
  );
  expect(inEnglish(unfitProblem("sequenceLength", shapeOfText("words")))).toMatch(
    /They leave no choice in it\.$/,
  );
});
