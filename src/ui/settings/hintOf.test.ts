import { expect, it } from "vitest";
import { shapeOfText } from "../../session/dataShape";
import { settingNames, settingOf } from "../../session/settings";
import { englishWords } from "../../words/english";
import { hintOf } from "./hintOf";
import { optionsOf } from "./optionsOf";

it("says of every setting what it does, and of every choice what it means", () => {
  for (const name of settingNames) {
    const setting = settingOf(name);
    if (setting.kind !== "choice") {
      expect(hintOf(englishWords, name, shapeOfText("characters")), name).toMatch(/^[A-Z0-9].*\.$/);
      continue;
    }
    expect(hintOf(englishWords, name, shapeOfText("characters"))).toBeNull();
    const options = optionsOf(englishWords, name as "cell");
    expect(options.map(({ value }) => value)).toEqual(setting.options);
    for (const { label, about } of options) {
      expect(label).toMatch(/./);
      expect(about, label).toMatch(/\.$/);
    }
  }
});
