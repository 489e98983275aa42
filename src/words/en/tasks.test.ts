import { expect, it } from "vitest";
import { tasks } from "./tasks";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

it("gives a loss in its unit", () => {
  expect(plain(tasks.loss({ loss: 1 / 6, kind: "numbers" }))).toBe("0.167 (squared error)");
  expect(plain(tasks.loss({ loss: 2 * Math.LN2, kind: "class" }))).toBe("1.386 nats");
  expect(tasks.loss({ loss: 0, kind: "class" })).toBe("0");
});

it("says how training begins", () => {
  const values = { units: [32, 16], steps: 40, varies: true, batch: 32, learningRate: 0.01 };
  expect(plain(tasks.suggestion(values))).toBe(
    "Begins with 32 + 16 hidden units, sequences of up to 40 steps, batches of 32 and a learning rate of 0.01.",
  );
});
