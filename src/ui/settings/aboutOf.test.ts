import { expect, it } from "vitest";
import { shapeOfText } from "../../session/dataShape";
import { defaultSettings, settingNames, settingOf } from "../../session/settings";
import { englishWords } from "../../words/english";
import { aboutOf } from "./aboutOf";
import { optionsOf } from "./optionsOf";

const text = shapeOfText("characters");

it("says of every setting what it does", () => {
  for (const name of settingNames)
    expect(aboutOf(englishWords, name, defaultSettings, text), name).toMatch(/^[A-Z0-9].*\.$/);
});

it("says of a choice what the one made means", () => {
  for (const name of settingNames) {
    const setting = settingOf(name);
    if (setting.kind !== "choice") continue;
    const options = optionsOf(englishWords, name as "cell");
    expect(options.map(({ value }) => value)).toEqual(setting.options);
    for (const { value, label, about } of options) {
      expect(label).toMatch(/./);
      expect(about, label).toMatch(/\.$/);
      expect(aboutOf(englishWords, name, { ...defaultSettings, [name]: value }, text)).toBe(about);
    }
  }
});
