import { expect, it } from "vitest";
import { quantityText } from "./quantityText";

const celsius = { name: "t", unit: "°C", shift: 11, scale: 7.5 };

it.each([
  [celsius, 12.345, "12.35\u00a0°C"],
  [{ ...celsius, scale: 75 }, -12.345, "−12.3\u00a0°C"],
  [{ ...celsius, unit: null, scale: 0.002 }, 0.5, "0.50000"],
  [{ ...celsius, scale: 12_000 }, 34_567.8, "34568\u00a0°C"],
  [{ name: "red", unit: null, shift: 0, scale: 1 }, 1, "1"],
  [{ name: "red", unit: null, shift: 0, scale: 1 }, 0.25, "0.25"],
  [celsius, Number.NaN, "–"],
])("writes %o: %s as %s", (quantity, value, text) => {
  expect(quantityText(quantity, value)).toBe(text);
});
