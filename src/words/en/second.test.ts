import { expect, it } from "vitest";
import { second as chinese } from "../zh/second";
import { second } from "./second";

it("says of few unknown symbols that they are few, and not that there are none", () => {
  const saidOf = (share: number) =>
    [second, chinese].map(({ textUnknown }) => textUnknown({ share, readAs: "?", kinds: "“é”" }));
  const [few, chineseFew] = saidOf(0.0004);
  expect(few).toMatch(/^Fewer than 0\.1\s% of them are not in /);
  expect(chineseFew).toMatch(/^其中不到 0\.1% 不在/);
  const [some, chineseSome] = saidOf(0.012);
  expect(some).toMatch(/^1\.2\s% of them are not in /);
  expect(chineseSome).toMatch(/^其中 1\.2% 不在/);
});

it("says how many rows another file needs, and counts answers, whatever they are of", () => {
  const short = { rows: 11, window: 12, lead: 0 };
  expect(second.tooShort(short)).toMatch(
    /^The longest series has 11\srows, and at least 12 are needed: 12 that the network reads\.$/,
  );
  expect(chinese.tooShort(short)).toMatch(/至少需要 12\s行：12\s行供网络读取。$/);
  const changing = { ...short, rows: 23, lead: 12 };
  expect(second.tooShort(changing)).toMatch(
    /at least 24 are needed: 12 that changes are counted from, and 12 that the network reads\.$/,
  );
  expect(chinese.tooShort(changing)).toMatch(
    /至少需要 24\s行：12\s行作为计算变化的起点，12\s行供网络读取。$/,
  );
  expect(second.answered({ answers: 120 })).toMatch(/^120\sanswers\.$/);
});
