import { expect, it } from "vitest";
import { defaultSettings } from "../../session/settings";
import { dataFixture } from "../../store/sessionFixture";
import { chineseWords } from "../../words/chinese";
import { inEnglish } from "../../words/english";
import { differenceOf } from "./historyWords";

it("says of a run of another text how that was read, where it was by words", () => {
  const source = { kind: "pasted", text: "" } as const;
  const partsOf = (unit: "characters" | "words") => {
    const data = { ...dataFixture, name: "a.txt", unit };
    const inUse = { ...defaultSettings, hiddenSizes: [32] };
    const parts = differenceOf(
      { of: { source, data, usedTable: null, usedFolder: null }, inUse },
      { source: null, settings: defaultSettings },
    );
    return parts.map(inEnglish);
  };
  expect(partsOf("words")).toEqual(["a.txt, by words", "hidden units 32"]);
  expect(partsOf("characters")).toEqual(["a.txt", "hidden units 32"]);
  expect(chineseWords.history.byWords({ name: "a.txt" })).toBe("a.txt（按词）");
});
