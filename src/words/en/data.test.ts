import { expect, it } from "vitest";
import { chineseWords } from "../chinese";
import { englishWords } from "../english";

it("says of unknown words whether they are too rare, or not in what is trained on, or how many are which", () => {
  const said = (rare: number, rareKinds: number, unseen: number, unseenKinds: number) => {
    const values = { unit: "words", rare, rareKinds, unseen, unseenKinds, ofAll: 0.02 } as const;
    return [englishWords, chineseWords].map(({ data }) => data.unknown(values).split(/: |，合并/)[0]);
  };
  expect(said(0, 0, 83, 65)).toEqual([
    "83\u00a0words of 65\u00a0kinds (2.0\u00a0% of the text) do not occur in the part that is trained on",
    "有 65\u00a0种共 83\u00a0个词（占文本的 2.0%）未出现在训练部分",
  ]);
  expect(said(1, 1, 0, 0)[0]).toBe("1\u00a0word of 1\u00a0kind (2.0\u00a0% of the text) is too rare");
  expect(said(20, 9, 83, 65)).toEqual([
    "83\u00a0words of 65\u00a0kinds do not occur in the part that is trained on, and 20\u00a0words of 9\u00a0kinds are too rare (2.0\u00a0% of the text together)",
    "有 65\u00a0种共 83\u00a0个词未出现在训练部分，另有 9\u00a0种共 20\u00a0个词太少见（合计占文本的 2.0%）",
  ]);
});
