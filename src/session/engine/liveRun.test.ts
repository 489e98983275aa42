import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Backend } from "../../engine/backends/backend";
import { createCpuBackend } from "../../engine/backends/cpu/cpu";
import type { Checkpoint } from "../../engine/train/checkpoint";
import { identityOf } from "../../words/message";
import type { RunNews } from "../protocol";
import { defaultSettings, type RunSettings } from "../settings";
import { freshCheckpoint } from "./freshCheckpoint";
import { LiveRun } from "./liveRun";
import { trainingOf } from "./networkOf";
import { readSaved } from "./savedState";
import { sampleText, smallSettings } from "./testing";
import { readText } from "./textDataset";

const cpu = createCpuBackend();

interface Begun {
  readonly live: LiveRun;
  readonly news: RunNews[];
}

/** @param from where it goes on; else it begins with fresh weights */
async function begin(
  change: Partial<RunSettings> = {},
  backend: Backend = cpu,
  from?: Checkpoint,
  told: (run: Pick<Begun, "news">) => void = () => undefined,
): Promise<Begun> {
  const settings = { ...smallSettings, ...change };
  const read = await readText({ kind: "pasted", text: sampleText }, async () => "");
  if (!read.ok) throw new Error(identityOf(read.problem));
  const dataset = read.value;
  const opened = dataset.open(trainingOf(settings));
  if (!opened.ok) throw new Error(identityOf(opened.problem));
  const data = opened.value;
  const news: RunNews[] = [];
  const checkpoint = from ?? freshCheckpoint(dataset, settings);
  const probe = data.firstProbe;
  const live = await LiveRun.create({
    dataset,
    data,
    settings,
    checkpoint,
    backend,
    probe,
    emit: (one) => {
      news.push(one);
      told({ news });
      if (one.type === "snapshot") live.snapshotTaken();
    },
  });
  live.begin({ cause: "data", replaces: null });
  return { live, news };
}

const losses = ({ news }: Pick<Begun, "news">) =>
  news.flatMap((one) => (one.type === "metrics" ? one.points.map(({ step, loss }) => [step, loss]) : []));
const of = <Type extends RunNews["type"]>({ news }: Begun, type: Type) =>
  news.filter((one): one is Extract<RunNews, { type: Type }> => one.type === type);

/** Turns of each, one after the other, until nothing is left to do. */
async function untilDone(...runs: readonly Begun[]): Promise<void> {
  for (let more = true; more; ) {
    more = false;
    for (const { live } of runs) if (await live.turn(() => true)) more = true;
  }
}

it("two that live side by side train in turns as each would alone", async () => {
  const settings = { lengthUnit: "steps", length: 60 } as const;
  const gru = await begin(settings);
  const lstm = await begin({ ...settings, cell: "lstm", hiddenSizes: [9, 8] });
  gru.live.train();
  lstm.live.train();
  await untilDone(gru, lstm);
  const alone = await begin(settings);
  alone.live.train();
  await untilDone(alone);
  expect(losses(gru)).toHaveLength(60);
  expect(losses(gru)).toEqual(losses(alone));
  const otherAlone = await begin({ ...settings, cell: "lstm", hiddenSizes: [9, 8] });
  otherAlone.live.train();
  await untilDone(otherAlone);
  expect(losses(lstm)).toEqual(losses(otherAlone));
  for (const { live } of [gru, lstm, alone, otherAlone]) live.destroy();
});

it("tells its state whenever it is asked for, and trains on as if nobody had asked", async () => {
  const settings = { lengthUnit: "steps", length: 20 } as const;
  const asked = await begin(settings);
  await asked.live.tellState();
  expect(of(asked, "saved").map(({ checkpoint }) => checkpoint.step)).toEqual([0]);
  asked.live.train();
  await asked.live.turn(() => true);
  await asked.live.tellState();
  expect(asked.live.training).toBe(true);
  expect(of(asked, "saved").at(-1)?.checkpoint.step).toBe(asked.live.step);
  await untilDone(asked);
  const alone = await begin(settings);
  alone.live.train();
  await untilDone(alone);
  expect(losses(asked)).toEqual(losses(alone));
  for (const { live } of [asked, alone]) live.destroy();
});

it("tells the steps that lead to a state before the state, while it trains as when it rests", async () => {
  const run = await begin({ lengthUnit: "steps", length: 40 });
  run.live.train();
  await untilDone(run);
  let told = 0;
  const late = run.news.flatMap((one) => {
    if (one.type === "metrics") told = one.points.at(-1)?.step ?? told;
    return one.type === "saved" && one.checkpoint.step !== told ? [[one.checkpoint.step, told]] : [];
  });
  expect(of(run, "saved").length).toBeGreaterThan(4);
  expect(late).toEqual([]);
  run.live.destroy();
});

it("that trains at once shows its beginning before it tells the state of it, which is kept with the picture", async () => {
  const run = await begin();
  run.live.train();
  await run.live.turn(() => true);
  const told = run.news.filter(({ type }) => type === "snapshot" || type === "saved");
  expect(told[0]).toMatchObject({ type: "snapshot", snapshot: { step: 0 }, frame: {} });
  expect(told[1]).toMatchObject({ type: "saved", checkpoint: { step: 0 } });
  run.live.destroy();
});

it("leaves the page a core while it trains: to draw each picture until that is done, and to keep a state", async () => {
  const happened: (string | number)[] = [];
  const backend: Backend = { ...cpu, leaveRoom: (milliseconds) => happened.push(milliseconds) };
  const run = await begin({ lengthUnit: "steps", length: 40 }, backend, undefined, ({ news }) => {
    const { type } = news[news.length - 1];
    if (type === "snapshot" || type === "saved") happened.push(type);
  });
  await run.live.turn(() => true);
  expect(happened).toEqual(["snapshot"]);
  happened.length = 0;
  run.live.train();
  for (let more = true; more; ) more = (await run.live.turn(() => true)) && run.live.training;
  // The first of the states that are told, and what comes when training is over.
  const told = happened.slice(0, happened.lastIndexOf(60));
  const around = (type: string) =>
    told.flatMap((one, i) => (one === type ? [{ before: told[i - 1], after: told[i + 1] }] : []));
  const pictures = around("snapshot");
  expect(pictures.length).toBeGreaterThan(3);
  for (const picture of pictures) {
    expect(picture.before).toBe(60);
    // Drawn at once, it is on the screen a little later.
    expect(picture.after).toBeLessThanOrEqual(30);
  }
  const states = around("saved");
  expect(states.length).toBeGreaterThan(0);
  for (const state of states) expect(state.after).toBe(30);
  run.live.destroy();
});

it("stops at the end of its length, says so, and goes on for as long again", async () => {
  const run = await begin({ lengthUnit: "steps", length: 7 });
  run.live.train();
  await untilDone(run);
  expect(of(run, "stopped")).toEqual([{ type: "stopped", end: { why: "length", step: 7 } }]);
  expect([run.live.training, run.live.step, run.live.saved.step]).toEqual([false, 7, 7]);
  // Training has ended before anybody reads what it has come to.
  expect(of(run, "state").at(-1)).toMatchObject({ training: false, step: 7 });
  run.live.train();
  await untilDone(run);
  expect(run.live.step).toBe(14);
  run.live.destroy();
});

it("trains for epochs", async () => {
  const run = await begin({ lengthUnit: "epochs", length: 2 });
  const [{ run: summary }] = of(run, "runStarted");
  run.live.train();
  await untilDone(run);
  expect(run.live.step).toBe(Math.ceil(2 * summary.stepsPerEpoch));
  expect(of(run, "metrics").at(-1)?.epoch).toBeGreaterThanOrEqual(2);
  // All of what is held out is measured when it rests.
  expect(of(run, "evaluated").at(-1)?.step).toBe(run.live.step);
  run.live.destroy();
});

it("takes a length that changes while it trains from there on", async () => {
  const run = await begin();
  run.live.train();
  await run.live.turn(() => true);
  const step = run.live.step;
  run.live.adopt({ ...run.live.settings, lengthUnit: "steps", length: step + 3, learningRate: 0.01 });
  await untilDone(run);
  expect(run.live.step).toBe(step + 3);
  expect(of(run, "metrics").at(-1)?.learningRate).toBe(0.01);
  run.live.destroy();
});

it("adopts nothing that needs a new start", async () => {
  const run = await begin();
  run.live.adopt({ ...defaultSettings, learningRate: 0.02 });
  expect(run.live.settings).toEqual({ ...smallSettings, learningRate: 0.02 });
  run.live.destroy();
});

it("says the rate that the schedule gives", async () => {
  const run = await begin({ warmupSteps: 4, learningRate: 0.008, lengthUnit: "steps", length: 2 });
  run.live.train();
  await untilDone(run);
  // After two of four steps of warm-up, the third takes three quarters.
  expect(of(run, "metrics").at(-1)?.learningRate).toBeCloseTo(0.006, 12);
  run.live.destroy();
});

it("is kept beside frames of its history, and between them by time, between any two steps", async () => {
  const clock = vi.spyOn(performance, "now");
  let nowMs = 0;
  clock.mockImplementation(() => nowMs);
  try {
    const run = await begin();
    run.live.train();
    for (let step = 1; step <= 22; step++) {
      nowMs += 1000;
      await run.live.turn(() => true);
    }
    expect(of(run, "saved").map(({ checkpoint }) => checkpoint.step)).toEqual([0, 1, 2, 4, 8, 12, 16, 20]);
    run.live.destroy();
  } finally {
    clock.mockRestore();
  }
});

it("takes a step that has failed and is asked for once more only once", async () => {
  let failures = 1;
  const failing: Backend = {
    ...cpu,
    async load(...loaded) {
      const executable = await cpu.load(...loaded);
      const run = executable.run.bind(executable);
      executable.run = async (section) => {
        if (section === "update" && failures-- > 0) throw new Error("The device is lost.");
        return run(section);
      };
      return executable;
    },
  };
  const run = await begin({}, failing);
  await expect(run.live.stepOnce(() => false)).rejects.toThrow("The device is lost.");
  await run.live.continueFrom(run.live.saved, cpu);
  await run.live.stepOnce(() => false);
  await untilDone(run);
  expect(run.live.step).toBe(1);
  expect(losses(run)).toHaveLength(1);
  run.live.destroy();
});

it("of a small network tells its steps and validations together, however fast they come", async () => {
  // All of it within a moment.
  const clock = vi.spyOn(performance, "now").mockReturnValue(0);
  const run = await begin({ lengthUnit: "steps", length: 1000 });
  run.live.train();
  await untilDone(run).finally(() => clock.mockRestore());
  expect(losses(run).map(([step]) => step)).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1));
  const validated = of(run, "validation");
  const steps = validated.flatMap(({ points }) => points.map(({ step }) => step));
  expect(steps).toEqual([1, ...Array.from({ length: 20 }, (_, i) => 50 * (i + 1))]);
  // At the beginning and at the end, and before the states that are kept: of 64, 128, 256 and 512 steps.
  expect(validated.length).toBeLessThan(8);
  const kinds = run.news.map(({ type }) => type);
  expect(kinds.lastIndexOf("saved")).toBeGreaterThan(kinds.lastIndexOf("validation"));
});

it("shows itself eight times a second at most while it trains, each time with the steps that led there", async () => {
  let nowMs = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => ++nowMs);
  const shown: { readonly ms: number; readonly snapshot: number; readonly told: number | undefined }[] = [];
  const run = await begin({ lengthUnit: "steps", length: 2000 }, cpu, undefined, ({ news }) => {
    const last = news.at(-1);
    if (last?.type !== "snapshot" || last.frame) return;
    shown.push({ ms: nowMs, snapshot: last.snapshot.step, told: losses({ news }).at(-1)?.[0] });
  });
  run.live.train();
  await untilDone(run).finally(() => clock.mockRestore());
  // The first is of the beginning, the last comes at rest.
  const inTraining = shown.slice(1, -1);
  expect(inTraining.length).toBeGreaterThan(20);
  for (const { snapshot, told } of inTraining) expect(told).toBe(snapshot);
  for (const [i, { ms }] of inTraining.slice(1).entries())
    expect(ms - inTraining[i].ms).toBeGreaterThanOrEqual(125);
});

describe("a long step", () => {
  const settings = {
    hiddenSizes: [32],
    sequenceLength: 60,
    batchSize: 32,
    lengthUnit: "steps",
    length: 3,
  } as const;
  const measured = (run: Begun) => of(run, "validation").flatMap(({ points }) => points);
  let clock: ReturnType<typeof vi.spyOn>;

  /** Every look at the clock takes longer than a slice may last, and soon longer than anybody shall wait. */
  beforeEach(() => {
    let nowMs = 0;
    clock = vi.spyOn(performance, "now").mockImplementation(() => {
      nowMs += 20;
      return nowMs;
    });
  });
  afterEach(() => clock.mockRestore());

  async function undisturbed(): Promise<Begun> {
    const run = await begin(settings);
    run.live.train();
    while (run.live.training) await run.live.turn(() => false);
    return run;
  }

  it("is left when something else waits, and gone on with afterwards", async () => {
    const whole = await undisturbed();
    const run = await begin(settings);
    run.live.train();
    await run.live.turn(() => true);
    expect(run.live.step).toBe(0);
    await run.live.rest();
    // The step does not count, and nothing of it is kept.
    expect(of(run, "state").at(-1)).toMatchObject({ training: false, step: 0 });
    expect(of(run, "saved").map(({ checkpoint }) => checkpoint.step)).toEqual([0]);
    run.live.train();
    let turns = 0;
    for (; run.live.training; turns++) await run.live.turn(() => true);
    expect(turns).toBeGreaterThan(10);
    expect(losses(run)).toEqual(losses(whole));
    expect(losses(run)).toHaveLength(3);
    // The validation was left as well, batch by batch.
    expect(measured(run).map(({ step }) => step)).toEqual([1]);
    // One more is made at rest, of what is evaluated.
    await run.live.turn(() => false);
    expect(measured(run)).toEqual(measured(whole));
    expect(measured(run).map(({ step }) => step)).toEqual([1, 3]);
    expect(run.live.saved).toEqual(whole.live.saved);
    for (const { live } of [run, whole]) live.destroy();
  });

  it("that was asked for by itself is taken, however often it is left, but not after a pause", async () => {
    const run = await begin(settings);
    await run.live.stepOnce(() => true);
    await run.live.stepOnce(() => true);
    expect(run.live.step).toBe(0);
    while (run.live.step < 2) expect(await run.live.turn(() => true)).toBe(true);
    await untilDone(run);
    expect(run.live.step).toBe(2);
    expect(run.live.saved.step).toBe(2);
    await run.live.stepOnce(() => true);
    await run.live.rest();
    await untilDone(run);
    expect(run.live.step).toBe(2);
    run.live.destroy();
  });

  it("does not validate once more where it goes back to, when a validation was left", async () => {
    const run = await begin();
    const validated = () => measured(run).map(({ step }) => step);
    run.live.train();
    while (validated().at(-1) !== 50) await run.live.turn(() => true);
    await run.live.rest();
    const { saved } = run.live;
    run.live.train();
    while (run.live.step < 100) await run.live.turn(() => true);
    expect(validated()).toEqual([1, 50]);
    await run.live.continueFrom(saved, cpu);
    expect(run.live.step).toBe(50);
    while (run.live.step < 51) await run.live.turn(() => true);
    expect(validated()).toEqual([1, 50]);
    run.live.destroy();
  });

  it("has a validation that a pause leaves: it is gone on with at rest, and what is kept knows of it", async () => {
    const length = { lengthUnit: "steps", length: 50, schedule: "plateau" } as const;
    const whole = await begin(length);
    whole.live.train();
    while (whole.live.training) await whole.live.turn(() => false);
    const run = await begin(length);
    run.live.train();
    while (run.live.step < 50) await run.live.turn(() => true);
    run.live.pause();
    await run.live.rest();
    expect(run.live.saved).toMatchObject({ step: 50, progress: { best: null } });
    for (let more = true; more; ) more = await run.live.turn(() => true);
    expect(measured(run).at(-1)).toEqual(measured(whole).at(-1));
    expect(run.live.saved).toEqual(whole.live.saved);
    const told = of(run, "saved").at(-1)?.checkpoint;
    const read = told && (await readSaved(told));
    expect(read?.ok && read.value.progress.best).toBe(measured(whole).at(-1)?.loss);
    for (const { live } of [run, whole]) live.destroy();
  });

  /** In a new page: what was told when the step was taken that a validation is due after, and had not been made. */
  async function comeBack(
    change: Partial<RunSettings>,
    known: (run: Begun) => Promise<void>,
  ): Promise<Begun> {
    const before = await begin(change);
    before.live.train();
    while (before.live.step < 50) await before.live.turn(() => true);
    before.live.pause();
    await known(before);
    const told = of(before, "saved").at(-1)?.checkpoint;
    const read = told && (await readSaved(told));
    if (!read?.ok) throw new Error("Nothing was kept.");
    expect(read.value).toMatchObject({ step: 50, progress: { isValidationDue: true } });
    before.live.destroy();
    return begin(change, cpu, read.value);
  }

  it.each([
    ["at rest", ({ live }: Begun) => live.rest()],
    ["when it gave its place to another", ({ live }: Begun) => live.leave()],
    ["when its state was asked for", ({ live }: Begun) => live.tellState()],
  ] as const)(
    "that was kept %s before its validation has the verdict of it in the next page",
    async (_, known) => {
      // A rate that is lowered with every validation that is not the best.
      const plateau = { schedule: "plateau", plateauPatience: 0, learningRate: 2 } as const;
      const length = { ...plateau, lengthUnit: "steps", length: 120 } as const;
      const whole = await begin(length);
      whole.live.train();
      while (whole.live.training) await whole.live.turn(() => false);
      const run = await comeBack(length, known);
      run.live.train();
      while (run.live.training) await run.live.turn(() => false);
      expect(losses(run)).toEqual(losses(whole).filter(([step]) => step > 50));
      expect(measured(run).find(({ step }) => step === 50)).toEqual(
        measured(whole).find(({ step }) => step === 50),
      );
      expect(run.live.saved).toEqual(whole.live.saved);
      for (const { live } of [run, whole]) live.destroy();
    },
  );

  it("is not left for what can wait", async () => {
    const run = await begin(settings);
    run.live.train();
    await run.live.turn(
      () => true,
      () => false,
    );
    expect(run.live.step).toBe(1);
    run.live.destroy();
  });
});

describe("the history of a run", () => {
  const frames = (run: Begun) => of(run, "snapshot").filter(({ frame }) => frame);
  let clock: ReturnType<typeof vi.spyOn>;

  /** There is time for all of it. */
  beforeEach(() => {
    clock = vi.spyOn(performance, "now").mockImplementation(() => 0);
  });
  afterEach(() => clock.mockRestore());

  it("has frames of steps that grow evenly in their logarithm, each what a snapshot of that step is, bit for bit", async () => {
    const run = await begin({ lengthUnit: "steps", length: 40 });
    run.live.train();
    await untilDone(run);
    const steps = frames(run).map(({ snapshot }) => snapshot.step);
    expect(steps).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 19, 21, 23, 25, 27, 29, 32, 35, 38,
    ]);
    for (const { snapshot } of frames(run).filter((_, i) => i % 5 === 0)) {
      const again = await begin({ lengthUnit: "steps", length: Math.max(1, snapshot.step) });
      if (snapshot.step > 0) again.live.train();
      await untilDone(again);
      await again.live.showSnapshot();
      expect(of(again, "snapshot").at(-1)?.snapshot).toEqual(snapshot);
      again.live.destroy();
    }
    run.live.destroy();
  });

  it("has its frames whatever time the first picture took, which is the stage's as well", async () => {
    let ms = 0;
    // A second from call to call until the first picture is there, and no time after that.
    clock.mockImplementation(() => {
      ms = Math.min(12_000, ms + 1_000);
      return ms;
    });
    const run = await begin({ lengthUnit: "steps", length: 4 });
    run.live.train();
    await untilDone(run);
    expect(frames(run).map(({ snapshot }) => snapshot.step)).toEqual([0, 1, 2, 3, 4]);
    run.live.destroy();
  });

  it("has the loss of each step, what the network writes, and the whole state at the powers of two", async () => {
    const run = await begin({ lengthUnit: "steps", length: 20 });
    run.live.train();
    await untilDone(run);
    const known = new Map(losses(run).map(([step, loss]) => [step, loss]));
    for (const { snapshot, frame } of frames(run)) {
      expect(frame?.loss).toBe(snapshot.step === 0 ? null : known.get(snapshot.step));
      expect(Array.from(frame?.sample ?? "")).toHaveLength(48);
    }
    const kept = of(run, "saved").map(({ checkpoint }) => checkpoint.step);
    expect(kept).toEqual([0, 1, 2, 4, 8, 16, 20]);
    run.live.destroy();
  });

  it("counts its steps from where the run has begun, and changes nothing of the training", async () => {
    const run = await begin({ lengthUnit: "steps", length: 6 });
    run.live.train();
    await untilDone(run);
    await run.live.continueFrom(run.live.saved, cpu);
    run.live.train();
    await untilDone(run);
    const whole = await begin({ lengthUnit: "steps", length: 12 });
    whole.live.train();
    await untilDone(whole);
    expect(losses(run)).toEqual(losses(whole));
    expect(run.live.saved).toEqual(whole.live.saved);
    for (const { live } of [run, whole]) live.destroy();
  });
});
