import { expect, it } from "vitest";
import { counted, plural } from "./en/phrases";
import { formatsOf } from "./formats";

const english = formatsOf("en");
const chinese = formatsOf("zh");

it("writes whole numbers with commas", () => {
  const numbers = [0, 999, 1234, 1_234_567, 16.4];
  for (const { count } of [english, chinese])
    expect(numbers.map(count)).toEqual(["0", "999", "1,234", "1,234,567", "16"]);
});

it("writes sizes to a tenth of their unit, however large, and no line ends before their unit", () => {
  const megabytes = [1.0637, 5.32, 6.4, 50, 123.46].map((size) => size * 1e6);
  const sizes = [0, 1, 999, 1000, 1024, 71_234, 999_949, 999_950, ...megabytes, 3.2e9, 1.2e12];
  expect(sizes.map((size) => english.bytes(size).replace("\u00a0", "_"))).toEqual([
    "0_B",
    "1_B",
    "999_B",
    "1_kB",
    "1_kB",
    "71.2_kB",
    "999.9_kB",
    "1_MB",
    "1.1_MB",
    "5.3_MB",
    "6.4_MB",
    "50_MB",
    "123.5_MB",
    "3.2_GB",
    "1200_GB",
  ]);
});

it("writes a share below nothing with a minus sign", () => {
  expect([english.share(-0.0112), english.shortShare(-0.5), english.share(0)]).toEqual([
    "−1.1\u00a0%",
    "−50\u00a0%",
    "0.0\u00a0%",
  ]);
});

it("writes what little of which is nothing with three decimals", () => {
  const values = [null, 0.9482, 1, -0.0001, -0.0005001, 0.00001, -12.3, Number.NaN];
  expect(values.map(english.thousandths)).toEqual([
    "–",
    "0.948",
    "1.000",
    "0.000",
    "−0.001",
    "0.000",
    "−12.300",
    "NaN",
  ]);
});

it("says how long something is over", () => {
  const seconds = [0, 59, 60, 7200, 3 * 86_400];
  expect(seconds.map(english.ago)).toEqual([
    "0 seconds ago",
    "59 seconds ago",
    "1 minute ago",
    "2 hours ago",
    "3 days ago",
  ]);
  expect(seconds.map((past) => chinese.ago(past).replace("\u00a0", " "))).toEqual([
    "0 秒前",
    "59 秒前",
    "1 分钟前",
    "2 小时前",
    "3 天前",
  ]);
});

it("writes epochs in at most six characters below a hundred thousand", () => {
  const written = [0, 0.284, 33.39, 204.57, 1696.94, 99_999].map(english.epochs);
  expect(written).toEqual(["0.00", "0.28", "33.39", "204.6", "1,697", "99,999"]);
});

it("writes losses with as many decimals as say something", () => {
  const values = [null, Number.NaN, Number.POSITIVE_INFINITY, 0, 0.000318, 1.84962, 12.345, 123.45, 5432.1];
  expect(values.map(english.decimal)).toEqual([
    "–",
    "NaN",
    "∞",
    "0.000",
    "0.00032",
    "1.850",
    "12.35",
    "123.5",
    "5,432",
  ]);
});

it("writes what is below zero with a true minus sign", () => {
  const values = [-0.2, -1234.5, -0.0003, Number.NEGATIVE_INFINITY];
  expect(values.map(english.decimal)).toEqual(["−0.200", "−1,235", "−0.0003", "−∞"]);
});

it("writes shares and speeds, large ones as the language counts them", () => {
  const shares = [null, 0, 0.5432, 1, Number.NaN].map((value) => english.share(value).replace("\u00a0", "_"));
  expect(shares).toEqual(["–", "0.0_%", "54.3_%", "100.0_%", "NaN"]);
  expect(chinese.share(0.5432)).toBe("54.3%");
  const speeds = [null, 0.4217, 12.54, 999, 212_345];
  expect(speeds.map(english.rate)).toEqual(["–", "0.422", "12.5", "999", "212K"]);
  expect(speeds.map(chinese.rate)).toEqual(["–", "0.422", "12.5", "999", "21.2万"]);
});

it("writes a probability never as a certainty that it is not, and a short share with the digits that it needs", () => {
  const probabilities = [0, 0.0004, 0.154, 0.9999, 1, null, Number.NaN];
  expect(probabilities.map((value) => english.probability(value).replace("\u00a0", "_"))).toEqual([
    "0.0_%",
    "<0.1_%",
    "15.4_%",
    ">99.9_%",
    "100.0_%",
    "–",
    "NaN",
  ]);
  expect([0.0004, 0.154].map(chinese.probability)).toEqual(["<0.1%", "15.4%"]);
  expect([0, 0.005, 0.42].map((value) => english.shortShare(value).replace("\u00a0", "_"))).toEqual([
    "0_%",
    "0.5_%",
    "42_%",
  ]);
  expect(chinese.shortShare(0.42)).toBe("42%");
});

it("counts one and many", () => {
  expect([0, 1, 2, 5, 1_000_000].map((value) => counted(value, "row").replace("\u00a0", "_"))).toEqual([
    "0_rows",
    "1_row",
    "2_rows",
    "5_rows",
    "1,000,000_rows",
  ]);
  expect([1, 2].map((value) => plural(value, "class has", "classes have"))).toEqual([
    "class has",
    "classes have",
  ]);
});

it("lists as people do, and of many only the first", () => {
  const letters = [..."abcdefghi"];
  expect([0, 1, 2, 3].map((length) => english.list(letters.slice(0, length)))).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
  expect(english.list(letters.slice(0, 8))).toBe("a, b, c, d, e, f, g and h");
  expect(english.list(letters)).toBe("a, b, c, d, e, f, g and 2\u00a0more");
  expect(english.list(letters, 3)).toBe("a, b and 7\u00a0more");
  expect(english.either(["a", "b", "c"])).toBe("a, b or c");
  expect(chinese.list(["甲", "乙", "丙"])).toBe("甲、乙和丙");
  expect(chinese.list(letters, 3)).toMatch(/^a、b和另外\s?7\s?项$/);
});

it("isolates a quoted name that is read from right to left, and no other", () => {
  for (const { quoted } of [english, chinese]) {
    expect(["price", "上证指数", "Ω1"].map(quoted)).toEqual(["“price”", "“上证指数”", "“Ω1”"]);
    expect(["א", "سعر 2", "a ߊ"].map(quoted)).toEqual([
      "“\u2068א\u2069”",
      "“\u2068سعر 2\u2069”",
      "“\u2068a ߊ\u2069”",
    ]);
  }
});
