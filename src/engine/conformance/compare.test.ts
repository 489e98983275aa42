import { expect, test } from "vitest";
import { errorsBetween } from "./compare";

const array = (...data: number[]) => ({ shape: [data.length], data });
const result = (outputs: number[], gradient: number[]) => ({
  outputs: array(...outputs),
  states: { h_l0: array(1) },
  loss: 2,
  gradients: { weight: array(...gradient) },
  losses: [2, 1],
});

test("the largest difference, as it is and as a share of the largest value", () => {
  const [outputs, states, loss, gradient, losses] = errorsBetween(
    result([1, 2, 4.5], [0, 0]),
    result([1, 2.25, 4], [0, 0]),
  );
  expect(outputs).toMatchObject({ tensor: "outputs", kind: "outputs", absolute: 0.5, relative: 0.125 });
  expect(outputs.problem).toBe("outputs[2] is 4.5 instead of 4.");
  expect([states, loss, losses].map(({ absolute }) => absolute)).toEqual([0, 0, 0]);
  expect(gradient).toEqual({
    tensor: "gradients.weight",
    kind: "gradients",
    absolute: 0,
    relative: 0,
    problem: null,
  });
});

test("gradients may lie further apart than outputs", () => {
  const [outputs, , , gradient] = errorsBetween(result([1.0005], [1.0005]), result([1], [1]));
  expect([outputs.problem, gradient.problem]).toEqual(["outputs[0] is 1.0005 instead of 1.", null]);
});

test("what is no number, has another shape, or is not there, is never near", () => {
  const [nan] = errorsBetween(result([1, Number.NaN], [0]), result([1, 2], [0]));
  expect(nan).toMatchObject({ absolute: Number.NaN, problem: "outputs[1] is NaN instead of 2." });
  const [short] = errorsBetween(result([1], [0]), result([1, 2], [0]));
  expect(short).toMatchObject({
    relative: Number.NaN,
    problem: "outputs has the shape [1] instead of [2].",
  });
  const other = { ...result([1], [0]), gradients: { bias: array(0) } };
  const problems = (actual: typeof other | ReturnType<typeof result>) =>
    errorsBetween(actual, result([1], [0])).flatMap(({ problem }) => problem ?? []);
  expect(problems(other)).toEqual(["gradients.bias was not expected.", "gradients.weight is missing."]);
});

test("only what is expected is compared, down to the names within it", () => {
  const gates = { z_l0: array(0.5), r_l0: array(0.25) };
  const actual = { ...result([1], [0]), gates, edited: { outputs: array(1), states: {}, gates } };
  expect(errorsBetween(actual, result([1], [0]))).toHaveLength(5);
  const edited = { ...actual.edited, gates: { ...gates, z_l0: array(0.75) } };
  const wrong = errorsBetween(actual, { ...result([1], [0]), edited }).filter(({ problem }) => problem);
  expect(wrong.map(({ tensor }) => tensor)).toEqual(["edited.gates.z_l0"]);
});
