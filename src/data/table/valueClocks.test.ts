import { expect, it } from "vitest";
import { Random } from "../../random";
import { describedOf } from "./testing";

const rowsOf = (count: number, row: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join("\n");
const orders = async (csv: string) =>
  (await describedOf(csv)).preview.columns.map(({ type }) => (type.kind === "date" ? type.order : type.kind));
const level = (i: number) => (5 + ((i * 7) % 10) / 10).toFixed(1);

it.each([
  ["seconds", 1_704_067_200, 600, "unixSeconds"],
  ["milliseconds", 1_704_067_200_000, 3_600_000, "unixMilliseconds"],
])("%s since 1970 are a clock under any name", async (_, first, step, order) => {
  expect(await orders(`Taken at,Level\n${rowsOf(50, (i) => `${first + step * i},${level(i)}`)}`)).toEqual([
    order,
    "number",
  ]);
  // The newest first, and one series below the other.
  expect(await orders(`x,Level\n${rowsOf(50, (i) => `${first - step * i},${level(i)}`)}`)).toEqual([
    order,
    "number",
  ]);
  expect(
    await orders(
      `x,Level,k\n${rowsOf(60, (i) => `${first + step * (i % 20)},${level(i)},${"abc"[Math.floor(i / 20)]}`)}`,
    ),
  ).toEqual([order, "number", "category"]);
});

it("telephone numbers, amounts and small counts are none, nor is all that was measured", async () => {
  const random = Random.fromSeed(1);
  const large = () => random.integer(1_000_000_000, 2_999_999_999);
  expect(await orders(`a,b\n${rowsOf(50, (i) => `${large()},${level(i)}`)}`)).toEqual(["number", "number"]);
  expect(await orders(`a,b\n${rowsOf(50, (i) => `${600 * i},${level(i)}`)}`)).toEqual(["number", "number"]);
  const daily = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
  expect(await orders(`date,a\n${rowsOf(30, (i) => `${daily(i)},${1_700_000_001 + 3600 * i}`)}`)).toEqual([
    "iso",
    "number",
  ]);
});
