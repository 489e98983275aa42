import { expect, test } from "vitest";
import { errorsBetween } from "./compare";

const array = (...data: number[]) => ({ shape: [data.length], data });
const result = (outputs: number[], gradient: number[]) => ({
  outputs: array(...outputs),
  hidden: array(1),
  loss: 2,
  gradients: { weight: array(...gradient) },
  losses: [2, 1],
});

test("the largest difference, as it is and as a share of the largest value", () => {
  const [outputs, hidden, loss, gradient, losses] = errorsBetween(
    result([1, 2, 4.5], [0, 0]),
    result([1, 2.25, 4], [0, 0]),
  );
  expect(outputs).toEqual({ tensor: "outputs", absolute: 0.5, relative: 0.125 });
  expect([hidden, loss, losses].map(({ absolute }) => absolute)).toEqual([0, 0, 0]);
  expect(gradient).toEqual({ tensor: "gradient of weight", absolute: 0, relative: 0 });
});

test("what is no number, or has another size, is never near", () => {
  expect(errorsBetween(result([1, Number.NaN], [0]), result([1, 2], [0]))[0].absolute).toBeNaN();
  expect(errorsBetween(result([1], [0]), result([1, 2], [0]))[0].relative).toBeNaN();
});
