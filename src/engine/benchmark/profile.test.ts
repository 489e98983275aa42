import { afterEach, expect, test, vi } from "vitest";
import type { Backend, BackendName, Executable } from "../backends/backend";
import { testBackends } from "../conformance/testBackends";
import { cellNames } from "../model/cells/registry";
import { simpleNetwork } from "../model/config";
import { buildPlan } from "../model/network";
import { planBytes, sections } from "../plan/plan";
import { defaultTraining } from "../train/defaultTraining";
import { planCost, writeAnything } from "../train/measure";
import { optimizerOp } from "../train/optimizer";
import { trainingPlan } from "../train/trainer";
import { type Profile, profileTraining } from "./profile";

const backend = testBackends();
const names: readonly BackendName[] = ["reference", "cpu", "webgpu"];

const config = simpleNetwork({
  cell: "gru",
  input: { kind: "oneHot", vocabularySize: 7 },
  hiddenSizes: [8],
  outputs: 7,
});
const training = { ...defaultTraining, batchSize: 3, sequenceLength: 5 };
const plan = buildPlan(config, training, { mode: "train", optimizer: optimizerOp(training.optimizer) });

afterEach(() => vi.restoreAllMocks());

/** With this much time from one look at the clock to the next. */
function tick(milliseconds: number): void {
  let nowMs = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    nowMs += milliseconds;
    return nowMs;
  });
}

/** One whose plans are counted while they are there. */
function counted(counting: Backend) {
  const open = new Set<Executable>();
  const load: Backend["load"] = async (plan, shared) => {
    const executable = await counting.load(plan, shared);
    open.add(executable);
    const destroy = executable.destroy.bind(executable);
    executable.destroy = () => {
      open.delete(executable);
      destroy();
    };
    return executable;
  };
  return { open, backend: { ...counting, load } };
}

test.each(names)("%s: a profiled section computes what it computes otherwise", async (name) => {
  const [run, profiled] = [await backend(name).load(plan), await backend(name).load(plan)];
  writeAnything(run, config, training);
  writeAnything(profiled, config, training);
  const times = [];
  for (const section of sections) {
    await run.run(section);
    for await (const time of profiled.profile(section)) if (time) times.push(time);
  }
  expect(times).toHaveLength(sections.flatMap((section) => plan[section]).length);
  for (const { launches, elapsedMs } of times) {
    expect(launches).toBeGreaterThan(0);
    expect(elapsedMs).toBeGreaterThanOrEqual(0);
  }
  const outcomes = ["parameters", "metrics"];
  expect(await profiled.read(outcomes)).toEqual(await run.read(outcomes));
  run.destroy();
  profiled.destroy();
});

const whole = { masked: false };

test("the steps come first, with all arithmetic of the plan, and then the cells", async () => {
  const told: Profile[] = [];
  for await (const profile of profileTraining(backend("cpu"), config, training, whole))
    if (profile) told.push(profile);
  expect(told.map(({ cells }) => cells.map(({ cell }) => cell))).toEqual([[], cellNames]);
  expect(told[0].steps.reduce((sum, { flop }) => sum + flop, 0)).toBe(planCost(plan));
  const own = told[1].cells.find(({ cell }) => cell === "gru");
  expect(own).toMatchObject({
    flop: planCost(plan),
    planBytes: planBytes(plan),
    ratios: { least: 1, most: 1 },
  });
  for (const { stepMs, ratios } of told[1].cells) {
    const times = stepMs / (own?.stepMs ?? 0);
    expect(times).toBeGreaterThanOrEqual(ratios.least);
    expect(times).toBeLessThanOrEqual(ratios.most);
  }
});

test("a cell takes the memory that training takes, with the text that its windows are of", async () => {
  const text = { masked: false, corpus: new Int32Array(5000) };
  let last: Profile | null = null;
  for await (const profile of profileTraining(backend("cpu"), config, training, text)) last = profile ?? last;
  const own = last?.cells.find(({ cell }) => cell === "gru");
  expect(own?.planBytes).toBe(planBytes(trainingPlan(config, training, text)));
  expect(own?.planBytes).toBeGreaterThan(planBytes(plan) + 4 * 5000);
});

/** Those that the page has. */
const engines: readonly BackendName[] = ["cpu", "webgpu"];

test.each(engines)(
  "%s: what is profiled for long is left between two pieces, and need not go on",
  async (name) => {
    const pieces = { count: 0, steps: 0 };
    const executable = await backend(name).load(plan);
    for (const section of sections)
      for await (const time of executable.profile(section))
        if (time) pieces.steps++;
        else pieces.count++;
    executable.destroy();
    expect(pieces.count).toBeGreaterThanOrEqual(pieces.steps);

    const { backend: counting, open } = counted(backend(name));
    tick(60);
    const slices = profileTraining(counting, config, training, whole);
    for (let i = 0; i < pieces.count; i++) expect(await slices.next()).toEqual({ value: null, done: false });
    expect(open.size).toBe(1);
    await slices.return();
    expect(open.size).toBe(0);
  },
);
