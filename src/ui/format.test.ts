import { expect, it } from "vitest";
import { formatBytes, formatDecimal, formatRate, formatShare } from "./format";

it("writes sizes with three digits", () => {
  const sizes = [1, 1023, 1024, 71_234, 1_115_394, 50 * 2 ** 20, 3.2 * 2 ** 30];
  expect(sizes.map(formatBytes)).toEqual([
    "1 byte",
    "1,023 bytes",
    "1 kB",
    "69.6 kB",
    "1.06 MB",
    "50 MB",
    "3.2 GB",
  ]);
});

it("writes losses with as many decimals as say something", () => {
  expect(
    [null, Number.NaN, Number.POSITIVE_INFINITY, 0, 0.000318, 1.84962, 12.345, 123.45, 5432.1].map(
      formatDecimal,
    ),
  ).toEqual(["–", "NaN", "∞", "0.000", "0.00032", "1.850", "12.35", "123.5", "5,432"]);
});

it("writes what is below zero with a true minus sign", () => {
  expect([-0.2, -1234.5, -0.0003, Number.NEGATIVE_INFINITY].map(formatDecimal)).toEqual([
    "−0.200",
    "−1,235",
    "−0.0003",
    "−∞",
  ]);
});

it("writes shares and speeds", () => {
  expect([null, 0, 0.5432, 1, Number.NaN].map(formatShare)).toEqual([
    "–",
    "0.0 %",
    "54.3 %",
    "100.0 %",
    "NaN",
  ]);
  expect([null, 0.4217, 12.54, 999, 212_345].map(formatRate)).toEqual(["–", "0.422", "12.5", "999", "212K"]);
});
