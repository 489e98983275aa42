import { expect, test } from "vitest";
import type { Backend } from "../backends/backend";
import { createCpuBackend } from "../backends/cpu/cpu";
import { simpleNetwork } from "../model/config";
import { buildPlan } from "../model/network";
import { elementCount, type Plan } from "../plan/plan";
import { defaultTraining } from "./defaultTraining";
import { measureStep, measuringSteps, planCost } from "./measure";

const networkOf = (H: number) =>
  simpleNetwork({ cell: "gru", input: { kind: "oneHot", vocabularySize: 5 }, hiddenSizes: [H], outputs: 5 });

/** A CPU that keeps the plans it is given, and how often each was run. */
function watched() {
  const loaded: { plan: Plan; forwards: number; destroyed: boolean }[] = [];
  /** The places in `loaded`, in the order in which they ran. */
  const ran: number[] = [];
  const cpu = createCpuBackend();
  const backend: Backend = {
    ...cpu,
    async load(plan, shared) {
      const executable = await cpu.load(plan, shared);
      const record = { plan, forwards: 0, destroyed: false };
      loaded.push(record);
      const [run, destroy] = [executable.run.bind(executable), executable.destroy.bind(executable)];
      executable.run = (section) => {
        if (section === "forward") {
          record.forwards++;
          ran.push(loaded.indexOf(record));
        }
        return run(section);
      };
      executable.destroy = () => {
        record.destroyed = true;
        destroy();
      };
      return executable;
    },
  };
  return { backend, loaded, ran };
}

const stepsOf = (plan: Plan) => {
  const tokens = plan.tensors.find(({ name }) => name === "tokens");
  return tokens ? elementCount(tokens.shape) / tokens.shape[1] : 0;
};

test("measures whole steps of the network, and frees what it took", async () => {
  const { backend, loaded } = watched();
  const training = { ...defaultTraining, batchSize: 3, sequenceLength: 7 };
  expect(await measureStep(backend, networkOf(8), training)).toBeGreaterThan(0);
  const [{ plan, forwards, destroyed }] = loaded;
  expect(loaded).toHaveLength(1);
  expect({ steps: stepsOf(plan), forwards, destroyed }).toEqual({ steps: 7, forwards: 7, destroyed: true });
  expect(plan.update.map(({ op }) => op)).toContain("adam");
});

test("shortens the sequences of a large network until a step is cheap", async () => {
  const { backend, loaded } = watched();
  const training = { ...defaultTraining, batchSize: 16, sequenceLength: 256 };
  await measureStep(backend, networkOf(256), training);
  const whole = buildPlan(networkOf(256), training, { mode: "train" });
  expect(stepsOf(loaded[0].plan)).toBeLessThan(64);
  expect(planCost(loaded[0].plan)).toBeLessThan(120e6);
  expect(planCost(whole)).toBeGreaterThan(1e9);
});

test("several networks take turns, and all are freed wherever it is left", async () => {
  const { backend, loaded, ran } = watched();
  const training = { ...defaultTraining, batchSize: 2, sequenceLength: 5 };
  const networks = [networkOf(4), networkOf(8), networkOf(12)];
  const measuring = measuringSteps(backend, networks, training);
  let result = await measuring.next();
  while (!result.done) result = await measuring.next();
  expect(result.value.map((times) => times.length)).toEqual([3, 3, 3]);
  const round = [0, 0, 1, 1, 2, 2];
  expect(ran).toEqual([0, 1, 2, ...round, ...round, ...round]);
  expect(loaded.every(({ destroyed }) => destroyed)).toBe(true);

  const left = watched();
  const other = measuringSteps(left.backend, networks, training);
  for (let i = 0; i < 4; i++) await other.next();
  expect(left.loaded.map(({ destroyed }) => destroyed)).toEqual([false, false, false]);
  await other.return([]);
  expect(left.loaded.map(({ destroyed }) => destroyed)).toEqual([true, true, true]);
});

test("networks that would take much memory together are there one after the other", async () => {
  const { backend, loaded } = watched();
  const training = { ...defaultTraining, batchSize: 1, sequenceLength: 1 };
  const idle: Backend = {
    ...backend,
    load: async (plan) => Object.assign(await backend.load(plan), { run: async () => {}, write: () => {} }),
  };
  const measuring = measuringSteps(idle, [networkOf(1700), networkOf(1700)], training);
  const atOnce: number[] = [];
  for (let done = false; !done; ) {
    done = (await measuring.next()).done ?? false;
    atOnce.push(loaded.filter(({ destroyed }) => !destroyed).length);
  }
  expect(loaded).toHaveLength(2);
  expect(Math.max(...atOnce)).toBe(1);
});
