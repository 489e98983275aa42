import { expect, it } from "vitest";
import { message } from "../../words/message";
import { parseNumber } from "./parseNumber";

const units = { min: 8, max: 512, integer: true };
const rate = { min: 0.00001, max: 1, integer: false };
const counts = { min: 0, max: 2147483647, integer: true };

it.each([
  ["64", units, 64],
  [" 512 ", units, 512],
  ["1,000", counts, 1000],
  ["1 000 000", counts, 1_000_000],
  ["0.005", rate, 0.005],
  ["5e-3", rate, 0.005],
  ["0,005", rate, 0.005],
  ["1", rate, 1],
])("reads %j", (text, range, value) => {
  expect(parseNumber(text, range)).toEqual({ value });
});

it.each([
  ["", units],
  ["7", units],
  ["513", units],
  ["12.5", units],
  ["1,5", units],
  ["many", units],
  ["Infinity", units],
])("asks for a whole number in the range instead of %j", (text, range) => {
  expect(parseNumber(text, range)).toEqual({
    problem: message("controls.numberWanted", units),
  });
});

it.each(["0", "1.5", "-1", "NaN"])("asks for a number in the range instead of %j", (text) => {
  expect(parseNumber(text, rate)).toEqual({
    problem: message("controls.numberWanted", rate),
  });
});
