import { expect, test } from "vitest";
import { nodeGpu } from "../../../scripts/nodeGpu";
import { buildVocabulary } from "../../data/vocabulary";
import type { Backend } from "../../engine/backends/backend";
import { createCpuBackend } from "../../engine/backends/cpu/cpu";
import {
  createWebgpuBackend,
  requestWebgpuBackend,
  WebgpuUnavailableError,
} from "../../engine/backends/webgpu/webgpu";
import { initialCheckpoint } from "../../engine/train/trainer";
import { NoAnswer } from "../../within";
import { identityOf, message } from "../../words/message";
import type { Command, SavedState, Setup } from "../protocol";
import { malformedProblem } from "../settingMessages";
import type { RunSettings } from "../settings";
import { inMemory } from "./calibrations";
import { deviceName } from "./deviceName";
import type { MeasureStep } from "./engines";
import { networkOf, nextSymbol, trainingOf } from "./networkOf";
import { savedState } from "./savedState";
import { sampleText, sampleTextIn, smallSettings, TestSession } from "./testing";

const noWebgpu = (): Promise<Backend> => Promise.reject(new WebgpuUnavailableError("No adapter here."));
let device: Promise<Backend> | undefined;
/** One device for all: each session begins with its own calibration, and what is compiled is compiled once. */
const dawn = (): Promise<Backend> => {
  device ??= requestWebgpuBackend(nodeGpu());
  return device;
};

const losses = (session: TestSession) =>
  session.of("metrics").flatMap(({ points }) => points.map(({ loss }) => loss));

const stepTo = async (session: TestSession, step: number) => {
  session.send({ type: "step" });
  await session.until("state", (event) => event.step === step);
};

test("opens with gates on the CPU and says why", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("auto");
  const [{ snapshot }] = session.of("snapshot");
  expect(snapshot.steps).toBe(64);
  expect(snapshot.layers).toHaveLength(1);
  const [{ layer, reverse, hiddenSize, gates, hidden }] = snapshot.layers;
  expect({ layer, reverse, hiddenSize }).toEqual({ layer: 0, reverse: false, hiddenSize: 8 });
  expect(gates).toHaveLength(64 * 4 * 8);
  expect(hidden.slice(0, 8)).toEqual(new Float32Array(8));
  const last = session.of("engine").pop();
  expect(last?.status).toMatchObject({
    name: "cpu",
    reason: message("engine.notUsed", { reason: "No adapter here." }),
  });
});

test("auto takes the faster engine for each network, and says what it measured", async () => {
  const asked: string[] = [];
  /** The GPU is ahead with eight units and more. */
  const measure: MeasureStep = async (backend, { hiddenSizes: [H] }) => {
    asked.push(`${backend.name} ${H}`);
    return backend.name === "cpu" ? H : 8.4;
  };
  const session = new TestSession(dawn, measure);
  await session.open("auto");
  const statusNow = () => session.of("engine").pop()?.status;
  // Eight units are not more than 8.4.
  expect(statusNow()).toMatchObject({
    name: "cpu",
    reason: message("engine.measured", { faster: "CPU", lowMs: 8, highMs: 8.4 }),
  });
  session.send({ type: "configure", change: { ...smallSettings, hiddenSizes: [20] } });
  await session.until("engine", ({ status }) => status.name === "webgpu");
  expect(statusNow()?.reason).toEqual(message("engine.measured", { faster: "GPU", lowMs: 8.4, highMs: 20 }));
  session.send({ type: "step" });
  expect((await session.next("metrics")).points[0].step).toBe(1);
  session.send({ type: "configure", change: smallSettings });
  await session.until("engine", ({ status }) => status.name === "cpu");
  // A network that was measured is not measured again, and one's own choice is not questioned.
  session.send({ type: "setEngine", engine: "webgpu" });
  await session.until("engine", ({ status }) => status.name === "webgpu");
  expect(asked).toEqual(["cpu 8", "webgpu 8", "cpu 20", "webgpu 20"]);
});

test("where the GPU cannot be measured, auto stays with the CPU and says why", async () => {
  const session = new TestSession(dawn, async (backend) => {
    if (backend.name === "webgpu") throw new Error("It fell over.");
    return 1;
  });
  await session.open("auto");
  expect(session.of("engine").pop()?.status).toMatchObject({
    name: "cpu",
    reason: message("engine.unmeasured", { reason: "It fell over." }),
    webgpu: { state: "available" },
  });
});

test("auto moves to WebGPU once it has been checked and found faster", async () => {
  const session = new TestSession(dawn);
  await session.open("auto");
  expect(session.of("engine").pop()?.status).toMatchObject({ name: "webgpu", choice: "auto" });
});

test("steps one at a time, trains, pauses, and resets to the same losses", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("auto");
  session.send({ type: "step" });
  session.send({ type: "step" });
  await session.until("state", ({ step }) => step === 2);
  session.send({ type: "train" });
  await session.until("metrics", ({ points }) => points.some(({ step }) => step >= 20));
  session.send({ type: "pause" });
  await session.until("state", ({ training }) => !training);
  const first = losses(session);
  expect(first.length).toBeGreaterThanOrEqual(20);
  session.send({ type: "reset" });
  expect((await session.next("runStarted")).run).toMatchObject({ cause: "reset", step: 0 });
  session.send({ type: "step" });
  const again = await session.next("metrics");
  expect(again.points[0].loss).toBe(first[0]);
  expect(session.of("failed")).toEqual([]);
});

test("a change of engine in the middle carries the whole state over", async () => {
  const stay = new TestSession(dawn);
  const move = new TestSession(dawn);
  for (const session of [stay, move]) {
    await session.open("cpu");
    session.send({ type: "step" });
    await session.next("metrics");
    if (session === move) session.send({ type: "setEngine", engine: "webgpu" });
    session.send({ type: "step" });
    await session.until("metrics", ({ points }) => points.some(({ step }) => step === 2));
  }
  expect(move.of("engine").pop()?.status.name).toBe("webgpu");
  expect(losses(move)[1]).toBeCloseTo(losses(stay)[1], 5);
});

/** Of nine characters. */
const tooShort = message("files.textTooShortFor", {
  unit: "characters",
  length: 9,
  sequenceLength: 6,
  needed: 14,
  possible: 3,
});

test("bad texts are refused with a sentence, and the run stays", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("auto");
  session.send({ type: "loadData", loadId: 1, source: { kind: "pasted", text: "too short" } });
  expect((await session.next("dataRejected")).message).toEqual(tooShort);
  session.send({
    type: "loadData",
    loadId: 1,
    source: { kind: "file", file: new File(["%PDF-1.7 ..."], "x.txt") },
  });
  expect((await session.next("dataRejected")).message).toEqual(
    message("files.binaryWithText", { name: "x.txt", kind: message("files.pdf") }),
  );
  expect(session.of("runStarted")).toHaveLength(1);
});

test("a new text starts a fresh run on its own vocabulary", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("auto");
  const file = new File(["\uFEFF", "añ😀\r\n".repeat(50)], "x.txt");
  session.send({ type: "loadData", loadId: 1, source: { kind: "file", file } });
  const { run } = await session.next("runStarted");
  expect(run).toMatchObject({ cause: "data", step: 0, pretrained: false });
  expect(session.of("dataLoaded").pop()?.data).toMatchObject({
    name: "x.txt",
    symbols: 200,
    vocabulary: ["\n", "a", "ñ", "😀"],
    unknownSymbols: 0,
  });
});

test("generates with the prompt first, and the same text from the same seed", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("auto");
  const texts: string[] = [];
  for (const generationId of [1, 2]) {
    const sampling = { greedy: false, temperature: 0.8, topK: 5 };
    session.send({ type: "generate", generationId, prompt: "the €", length: 30, sampling, seed: 7 });
    const started = await session.next("generationStarted");
    expect(started.unknown).toEqual({ count: 1, readAs: " " });
    await session.next("generationEnded");
    const tokens = session.of("generated").flatMap((e) => (e.generationId === generationId ? e.tokens : []));
    expect(tokens.slice(0, 6).map(({ prompt }) => prompt)).toEqual([true, true, true, true, true, false]);
    expect(tokens[10].hidden).toHaveLength(8);
    texts.push(tokens.map(({ symbol }) => symbol).join(""));
  }
  expect(texts[0]).toHaveLength(35);
  expect(texts[1]).toBe(texts[0]);
});

/** A backend that reports its third training step as not finite. */
function sickBackend(): Backend {
  const cpu = createCpuBackend();
  let steps = 0;
  return {
    ...cpu,
    name: "webgpu",
    async load(plan, shared) {
      const executable = await cpu.load(plan, shared);
      const read = executable.read.bind(executable);
      executable.read = async (names) => {
        const values = await read(names);
        if (names.includes("clip") && values[1][0] > 0 && ++steps === 3) values[1][2] = 0;
        return values;
      };
      return executable;
    },
  };
}

test("a loss that is not finite pauses before that step, and training can go on", async () => {
  const session = new TestSession(async () => sickBackend());
  await session.open("auto");
  session.send({ type: "train" });
  const { failure } = await session.next("failed");
  expect(failure).toMatchObject({ kind: "nonFiniteLoss", message: message("engine.nonFinite", { step: 3 }) });
  expect(session.of("state").pop()).toMatchObject({ training: false, step: 2 });
  session.send({ type: "step" });
  expect((await session.until("state", ({ step }) => step === 3)).training).toBe(false);
});

test("a setting out of range is refused", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("auto");
  session.send({ type: "configure", change: { ...smallSettings, learningRate: Number.NaN } });
  expect((await session.next("failed")).failure.kind).toBe("settings");
  expect(session.of("runStarted")).toHaveLength(1);
});

test("a plan too large is refused, and the run goes on", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("auto");
  const settings = { ...smallSettings, hiddenSizes: [512], sequenceLength: 256, batchSize: 256 };
  session.send({ type: "loadData", loadId: 1, source: { kind: "pasted", text: sampleText.repeat(2) } });
  await session.next("runStarted");
  session.send({ type: "configure", change: settings });
  const { failure } = await session.next("failed");
  expect(failure.kind).toBe("planTooLarge");
  session.send({ type: "step" });
  expect((await session.next("metrics")).points[0].step).toBe(1);
});

/** A GPU that is lost when a test says so, and whatever comes when it is asked for once more. */
function doomedGpu(next: () => Promise<Backend>) {
  let settle = (_: string) => {};
  const lost = new Promise<string>((resolve) => {
    settle = resolve;
  });
  const own = createCpuBackend();
  let breaks: string | null = null;
  let meanwhile = () => {};
  const first: Backend = {
    ...own,
    name: "webgpu",
    device: "Doomed GPU",
    lost,
    load: async (...loaded) => {
      if (breaks === null) return own.load(...loaded);
      settle(breaks);
      meanwhile();
      throw new Error("The device is lost.");
    },
  };
  let requests = 0;
  return {
    request: () => (requests++ === 0 ? Promise.resolve(first) : next()),
    lose: (reason: string) => settle(reason),
    /** It is lost while the next plan is loaded, which is then rejected. */
    loseInLoading: (reason: string, happens = () => {}) => {
      breaks = reason;
      meanwhile = happens;
    },
  };
}

test("a lost GPU: the run goes on from its last good state, with a notice", async () => {
  const { request, lose } = doomedGpu(noWebgpu);
  const session = new TestSession(request);
  await session.open("auto");
  session.send({ type: "step" });
  await session.until("state", ({ step }) => step === 1);
  lose("unplugged");
  const { happening } = await session.next("happened");
  const device = deviceName(createCpuBackend());
  expect(happening).toEqual({ kind: "gpuLost", reason: "unplugged", savedStep: 1, device });
  session.send({ type: "step" });
  expect((await session.next("metrics")).points[0].step).toBe(2);
});

test("a part that gives no answer is named in the language of the page", async () => {
  const cpu = createCpuBackend();
  let isMute = false;
  const session = new TestSession(async () => ({
    ...cpu,
    name: "webgpu",
    load: async (plan, shared) => {
      const executable = await cpu.load(plan, shared);
      const begin = executable.begin.bind(executable);
      executable.begin = (section) => {
        if (isMute) throw new NoAnswer(2000);
        return begin(section);
      };
      return executable;
    },
  }));
  await session.open("webgpu");
  await session.until("engine", ({ status }) => status.name === "webgpu", 0);
  isMute = true;
  session.send({ type: "step" });
  const { failure } = await session.next("failed");
  expect(failure.message).toEqual(message("engine.gaveNoAnswer", { seconds: 2 }));
});

test("a GPU that is lost while the CPU computes is out, and the run hears nothing of it", async () => {
  const { request, lose } = doomedGpu(noWebgpu);
  const session = new TestSession(request, async (backend) => (backend.name === "webgpu" ? 2 : 1));
  await session.open("auto");
  expect(session.of("engine").at(-1)?.status).toMatchObject({ name: "cpu", webgpu: { state: "available" } });
  lose("unplugged");
  await session.until("engine", ({ status }) => status.webgpu.state === "unavailable");
  expect(session.of("happened")).toEqual([]);
  session.send({ type: "step" });
  await session.until("state", ({ step }) => step === 1);
});

test.each(["loadData", "configure", "reset", "calibrate"] as const)(
  "what a lost GPU breaks off is done on the CPU, and answered once: %s",
  async (type) => {
    const { request, loseInLoading } = doomedGpu(noWebgpu);
    const session = new TestSession(request);
    await session.open("auto");
    session.send({ type: "step" });
    await session.until("state", ({ step }) => step === 1);
    const number = session.sent + 1;
    loseInLoading("unplugged");
    const commands = {
      loadData: { type, loadId: 7, source: { kind: "pasted", text: sampleText.repeat(2) } },
      configure: { type, change: { hiddenSizes: [9] } },
      reset: { type },
      calibrate: { type },
    } as const;
    session.send(commands[type] as Command);
    if (type === "calibrate") await session.next("calibrated");
    else {
      const { run } = await session.next("runStarted");
      expect(run.step).toBe(0);
      if (type === "configure") expect(run.settings.hiddenSizes).toEqual([9]);
      expect(session.of("happened").map(({ happening }) => happening.kind)).toEqual(["gpuLost"]);
    }
    session.send({ type: "step" });
    await session.next("metrics");
    expect(session.of("dataRejected")).toEqual([]);
    expect(session.of("failed")).toEqual([]);
    expect(session.of("answered").filter(({ command }) => command === number)).toHaveLength(1);
  },
);

test("what was taken back while a GPU was lost is not done on the CPU either", async () => {
  const { request, loseInLoading } = doomedGpu(noWebgpu);
  const session = new TestSession(request);
  await session.open("auto");
  session.send({ type: "step" });
  await session.until("state", ({ step }) => step === 1);
  const number = session.sent + 1;
  loseInLoading("unplugged", () => session.send({ type: "withdraw", command: number }));
  session.send({ type: "configure", change: { hiddenSizes: [9] } });
  await session.until("answered", ({ command, isWithdrawn }) => command === number && isWithdrawn);
  session.send({ type: "step" });
  expect((await session.next("metrics")).points[0].step).toBe(2);
  expect(session.of("runStarted").map(({ run }) => run.settings.hiddenSizes)).not.toContainEqual([9]);
});

test("data taken back while a GPU was lost leave training under way", async () => {
  const { request, loseInLoading } = doomedGpu(noWebgpu);
  const session = new TestSession(request);
  await session.open("auto");
  session.send({ type: "train" });
  await session.next("metrics");
  const number = session.sent + 1;
  loseInLoading("unplugged", () => session.send({ type: "withdraw", command: number }));
  session.send({ type: "loadData", loadId: 7, source: { kind: "pasted", text: sampleText.repeat(2) } });
  await session.until("answered", ({ command, isWithdrawn }) => command === number && isWithdrawn);
  await session.until("happened", ({ happening }) => happening.kind === "gpuLost", 0);
  await session.next("metrics");
  expect(session.of("state").at(-1)?.training).toBe(true);
  session.send({ type: "pause" });
});

test("data refused after a GPU was lost with them leave training under way", async () => {
  const { request, loseInLoading } = doomedGpu(noWebgpu);
  const session = new TestSession(request);
  await session.open("auto");
  session.send({ type: "train" });
  await session.next("metrics");
  let reads = 0;
  const file = Object.assign(new File([sampleText], "x.txt"), {
    arrayBuffer: async () => new TextEncoder().encode(reads++ === 0 ? sampleText : "too short").buffer,
  });
  loseInLoading("unplugged");
  session.send({ type: "loadData", loadId: 7, source: { kind: "file", file } });
  await session.next("dataRejected");
  expect(reads).toBe(2);
  await session.next("metrics");
  expect(session.of("state").at(-1)?.training).toBe(true);
  session.send({ type: "pause" });
});

test("settings changed while training: the new run goes on from its own first step", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("auto");
  session.send({ type: "train" });
  await session.until("metrics", ({ points }) => points.some(({ step }) => step >= 5));
  session.send({ type: "configure", change: { ...smallSettings, seed: 9 } });
  const { runId } = await session.next("runStarted");
  const first = await session.until("metrics", (event) => event.runId === runId);
  expect(first.points[0].step).toBe(1);
});

test("a setting that cannot be used leaves a run in training as it is", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("auto");
  session.send({ type: "train" });
  await session.until("metrics", ({ points }) => points.some(({ step }) => step >= 5));
  session.send({ type: "loadData", loadId: 1, source: { kind: "pasted", text: "abcd".repeat(30) } });
  await session.next("runStarted");
  session.send({ type: "train" });
  await session.until("state", ({ training }) => training);
  session.send({ type: "configure", change: { ...smallSettings, sequenceLength: 100 } });
  const { failure } = await session.next("failed");
  expect(failure).toMatchObject({ kind: "settings", advice: message("engine.runKept") });
  await session.next("metrics");
  // The page may have thought otherwise: it is told again.
  session.send({ type: "train" });
  expect(await session.next("state")).toMatchObject({ training: true });
  session.send({ type: "pause" });
});

test("a change of engine does not interrupt what is being written", async () => {
  const written = async (move: boolean) => {
    const session = new TestSession(dawn);
    await session.open("webgpu");
    const sampling = { greedy: true, temperature: 1, topK: null };
    session.send({ type: "generate", generationId: 1, prompt: "the ", length: 80, sampling, seed: 1 });
    await session.next("generated");
    if (move) session.send({ type: "setEngine", engine: "cpu" });
    await session.until("generationEnded", () => true, 0);
    const tokens = session.of("generated").flatMap((event) => event.tokens);
    return {
      text: tokens.map(({ symbol }) => symbol).join(""),
      engine: session.of("engine").pop()?.status.name,
    };
  };
  const [stayed, moved] = [await written(false), await written(true)];
  expect([stayed.engine, moved.engine]).toEqual(["webgpu", "cpu"]);
  expect(moved.text).toHaveLength(84);
  expect(moved.text).toBe(stayed.text);
});

test("with patience, training ends by itself with the best weights, and can go on", async () => {
  const { symbols } = buildVocabulary(sampleText);
  // Nothing is learned, so that the second validation is no better than the first.
  const training = { ...trainingOf(smallSettings), learningRate: 0, patience: 1 };
  const network = { config: networkOf(smallSettings, nextSymbol(symbols)), vocabulary: symbols };
  const session = new TestSession(noWebgpu);
  session.send({
    type: "open",
    engine: "cpu",
    setup: { data: { kind: "sample" }, settings: null, probe: null },
    checkpoint: await savedState(initialCheckpoint(network, training)),
  });
  await session.next("snapshot");
  expect(session.of("runStarted")[0].run).toMatchObject({ cause: "resumed", pretrained: false });
  session.send({ type: "train" });
  expect(await session.next("stopped")).toMatchObject({ end: { why: "patience", step: 50, undone: 50 } });
  expect(session.of("validation").flatMap(({ points }) => points.map(({ step }) => step))).toEqual([
    1, 50, 100,
  ]);
  // What stands there, is kept and is measured from here on is of the step of the weights.
  expect(session.of("state").pop()).toMatchObject({ training: false, step: 50 });
  expect(session.of("saved").pop()).toMatchObject({ checkpoint: { step: 50 } });
  const back = session.events.findIndex(
    (event) => event.type === "state" && event.step === 50 && !event.training,
  );
  expect(session.events.findLastIndex(({ type }) => type === "validation")).toBeLessThan(back);
  const from = session.events.length;
  await session.until("evaluated", ({ step }) => step === 50, from);
  await session.until("snapshot", ({ snapshot }) => snapshot.step === 50, from);
  session.send({ type: "step" });
  await session.until("state", ({ step }) => step === 51);
});

test("a GPU is calibrated once, remembered, and again when it is asked for", async () => {
  const store = inMemory();
  const measure: MeasureStep = async (backend) => (backend.name === "webgpu" ? 1 : 2);
  const kernelsOf = (session: TestSession) => {
    const webgpu = session.of("engine").pop()?.status.webgpu;
    return webgpu?.state === "available" ? webgpu.kernels : [];
  };
  const first = new TestSession(dawn, measure, smallSettings, store);
  await first.open("webgpu");
  const found = kernelsOf(first);
  const families = new Set(found.map(({ family }) => family));
  expect(families).toContain("recurrence");
  for (const family of families) {
    const ofFamily = found.filter((one) => one.family === family);
    const times = ofFamily.flatMap(({ elapsedMs }) => elapsedMs ?? []);
    expect(ofFamily.filter(({ chosen }) => chosen).map(({ elapsedMs }) => elapsedMs)).toEqual([
      Math.min(...times),
    ]);
  }
  const second = new TestSession(dawn, measure, smallSettings, store);
  await second.open("webgpu");
  expect(kernelsOf(second)).toEqual(found);
  second.send({ type: "step" });
  await second.until("state", ({ step }) => step === 1);
  second.send({ type: "calibrate" });
  await second.next("calibrated");
  expect(kernelsOf(second)).not.toEqual(found);
  // The run goes on where it was.
  second.send({ type: "step" });
  await second.until("state", ({ step }) => step === 2);
});

test("a setup is opened as it is: its data, settings and probe, with fresh weights", async () => {
  const session = new TestSession(noWebgpu);
  const settings = { ...smallSettings, hiddenSizes: [9, 8], windows: "streams" } as const;
  const setup: Setup = {
    data: { kind: "pasted", text: sampleText.repeat(2) },
    settings,
    probe: { kind: "text", text: "dog" },
  };
  session.send({ type: "open", engine: "cpu", setup });
  const { snapshot } = await session.next("snapshot");
  expect(session.of("runStarted")).toHaveLength(1);
  expect(session.of("runStarted")[0].run).toMatchObject({ settings, pretrained: false, step: 0 });
  expect(session.of("dataLoaded")[0].data).toMatchObject({ name: message("files.pasted") });
  expect(snapshot.steps).toBe(3);
});

test("a malformed setup is refused with the setting's name, and the page opens without it", async () => {
  const session = new TestSession(noWebgpu);
  const settings = { ...smallSettings, batchSize: -3 };
  session.send({ type: "open", engine: "cpu", setup: { data: { kind: "sample" }, settings, probe: null } });
  await session.next("snapshot");
  expect(session.of("failed")[0].failure).toMatchObject({
    kind: "settings",
    message: malformedProblem("batchSize"),
  });
  expect(session.of("runStarted")[0].run).toMatchObject({ cause: "opened", settings: smallSettings });
});

test("the sample opens with its trained network in either language, and stays nameable", async () => {
  const session = new TestSession(noWebgpu);
  session.send({ type: "open", engine: "cpu", language: "zh" });
  await session.next("snapshot");
  const { data } = session.of("dataLoaded")[0];
  expect(data).toMatchObject({ kind: "text", language: "zh", symbols: Array.from(sampleTextIn.zh).length });
  expect(session.of("runStarted")[0].run).toMatchObject({ cause: "opened", settings: smallSettings });
  session.send({ type: "loadData", loadId: 1, source: { kind: "sample", language: "en" } });
  expect((await session.next("dataLoaded")).data).toMatchObject({
    language: "en",
    symbols: sampleText.length,
  });
  const refused = {
    data: { kind: "sample" },
    settings: { ...smallSettings, batchSize: -3 },
    probe: null,
  } as const;
  const other = new TestSession(noWebgpu);
  other.send({ type: "open", engine: "cpu", language: "zh", setup: refused });
  await other.next("snapshot");
  expect(other.of("dataLoaded").pop()?.data).toMatchObject({ language: "zh" });
});

test("what applies at once begins no new run", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "train" });
  await session.next("metrics");
  const settings = { ...smallSettings, learningRate: 0.05, lengthUnit: "steps", length: 400 } as const;
  session.send({ type: "configure", change: settings });
  expect(await session.next("stopped")).toMatchObject({ end: { why: "length", step: 400 } });
  expect(session.of("runStarted")).toHaveLength(1);
  expect(session.of("metrics").at(-1)?.learningRate).toBe(0.05);
});

test("a look is computed between the steps of training, and ends with the run", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  // Both wait in the queue, so that the first step comes after the first slice.
  session.send({ type: "train" });
  session.send({ type: "look", look: "profile" });
  const last = await session.until("looked", ({ running }) => !running);
  const cells = (last.look === "profile" && last.value?.cells) || [];
  expect(cells).toHaveLength(5);
  // What runs are compared by is what the profile counts.
  const { run } = session.of("runStarted")[0];
  expect(cells.find(({ cell }) => cell === run.settings.cell)?.flop).toBe(run.stepFlop);
  session.send({ type: "pause" });
  await session.until("state", ({ training }) => !training);
  const told = session
    .of("looked")
    .flatMap((one) => (one.look === "profile" && one.running ? [one.value?.cells.length] : []));
  expect(told).toEqual([0, 5]);
  // Between any two cells there is room for a step.
  expect(session.of("state").at(-1)?.step).toBeGreaterThanOrEqual(6);
  session.send({ type: "look", look: "profile" });
  await session.next("looked");
  session.send({ type: "reset" });
  const ended = await session.until("looked", ({ running }) => !running);
  const begun = await session.until("runStarted", ({ run }) => run.cause === "reset", 0);
  expect(session.events.indexOf(ended)).toBeLessThan(session.events.indexOf(begun));
});

test("the effect of units is that on the answer asked about, of every layer, and none before the answer is without", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  const { snapshot } = await session.until("snapshot", () => true, 0);
  const ask = async (time: number) => {
    session.send({ type: "look", look: "effects", about: { time, output: 1 } });
    const found = await session.next("looked");
    await session.until("looked", ({ running }) => !running);
    return found.look === "effects" ? found.value : null;
  };
  const late = await ask(snapshot.steps - 1);
  expect(late).toMatchObject({ time: snapshot.steps - 1, output: 1, step: snapshot.step });
  expect(late?.layers.map(({ length }) => length)).toEqual(
    snapshot.layers.map(({ hiddenSize }) => hiddenSize),
  );
  expect(late?.layers.every((layer) => layer.some((effect) => effect > 0))).toBe(true);
  expect((await ask(0))?.layers).not.toEqual(late?.layers);
});

test("where no run could be made there is nothing to look at, and nobody waits for it", async () => {
  const session = new TestSession(noWebgpu);
  session.send({ type: "look", look: "benchmark" });
  const looked = await session.until("looked", () => true, 0);
  expect(looked).toMatchObject({ look: "benchmark", value: null, running: false });
});

test("nothing trains beside a look that measures alone, and it can be stopped", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "train" });
  await session.next("metrics");
  session.send({ type: "look", look: "benchmark" });
  await session.until("state", ({ training }) => !training);
  const first = await session.next("looked");
  expect(first).toMatchObject({ look: "benchmark", running: true });
  session.send({ type: "stopLooking", look: "benchmark" });
  expect(await session.until("looked", ({ running }) => !running)).toMatchObject({ look: "benchmark" });
  // Nor does one begin that is stopped before it has.
  session.send({ type: "look", look: "benchmark" });
  session.send({ type: "stopLooking", look: "benchmark" });
  expect(await session.next("looked")).toMatchObject({ running: false, value: null });
  session.send({ type: "step" });
  await session.next("metrics");
});

test("storage that is forbidden costs the GPU nothing", async () => {
  const forbidden = async () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  const measure: MeasureStep = async (backend) => (backend.name === "webgpu" ? 1 : 2);
  const session = new TestSession(dawn, measure, smallSettings, { read: forbidden, write: forbidden });
  await session.open("auto");
  expect(session.of("engine").at(-1)?.status).toMatchObject({
    name: "webgpu",
    webgpu: { state: "available" },
  });
});

test("a lost GPU whose successor never answers leaves the run on the CPU, and all controls at work", async () => {
  const { request, lose } = doomedGpu(() => new Promise(() => {}));
  const session = new TestSession(request);
  await session.open("auto");
  session.send({ type: "step" });
  await session.until("state", ({ step }) => step === 1);
  lose("unplugged");
  await session.next("happened");
  session.send({ type: "setEngine", engine: "cpu" });
  session.send({ type: "step" });
  expect((await session.next("metrics")).points[0].step).toBe(2);
  expect(session.of("engine").at(-1)?.status).toMatchObject({
    name: "cpu",
    reason: message("engine.chosenCpu"),
  });
});

test("what changes is what was asked for, whatever the settings are by then", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "configure", change: { hiddenSizes: [9] } });
  session.send({ type: "configure", change: { learningRate: 0.0001 } });
  const { settings } = await session.next("settings");
  expect(settings).toEqual({ ...smallSettings, hiddenSizes: [9], learningRate: 0.0001 });
  const data = { kind: "generated", sample: "strokes" } as const;
  session.send({ type: "loadData", loadId: 1, source: data });
  session.send({ type: "configure", change: { learningRate: 0.0002 } });
  const after = await session.next("settings");
  expect(after.settings).toMatchObject({ hiddenSizes: [64], batchSize: 64, learningRate: 0.0002 });
});

test("of a change that is refused nothing is in use", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "train" });
  session.send({ type: "configure", change: { sequenceLength: 1000, learningRate: 0.0001 } });
  expect((await session.next("failed")).failure.kind).toBe("settings");
  expect((await session.next("metrics")).learningRate).toBe(smallSettings.learningRate);
  session.send({ type: "pause" });
  expect(session.of("settings")).toEqual([]);
});

test("data that are rejected leave training that was under way as it is", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "train" });
  await session.next("metrics");
  session.send({ type: "loadData", loadId: 1, source: { kind: "pasted", text: "short" } });
  await session.next("dataRejected");
  await session.next("metrics");
  expect(session.of("state").at(-1)?.training).toBe(true);
  session.send({ type: "pause" });
});

test("a setup that cannot be used leaves the page with a run, and says why", async () => {
  const session = new TestSession(noWebgpu);
  const gone = new File(["moved"], "moved.txt");
  gone.arrayBuffer = () => Promise.reject(new DOMException("The file has gone.", "NotReadableError"));
  const setup: Setup = { data: { kind: "file", file: gone }, settings: smallSettings, probe: null };
  session.send({ type: "open", engine: "cpu", setup });
  await session.next("snapshot");
  expect(session.of("failed")[0].failure).toMatchObject({
    message: message("engine.unreadable", { name: "moved.txt", said: "The file has gone." }),
    advice: message("engine.opensWithout"),
  });
  expect(session.of("runStarted").map(({ run }) => run.cause)).toEqual(["opened"]);
  const short: Setup = { data: { kind: "pasted", text: "too short" }, settings: smallSettings, probe: null };
  const other = new TestSession(noWebgpu);
  other.send({ type: "open", engine: "cpu", setup: short });
  await other.next("snapshot");
  expect(other.of("failed")[0].failure.message).toEqual(tooShort);
  expect(other.of("runStarted")).toHaveLength(1);
});

test("without any run, what goes wrong is said, and the next press tries again", async () => {
  const session = new TestSession(noWebgpu);
  session.isOffline = true;
  session.send({ type: "open", engine: "cpu" });
  const { failure } = await session.next("failed");
  expect(failure.advice).toEqual(message("engine.noRunAdvice"));
  session.send({ type: "train" });
  expect((await session.next("failed")).failure).toEqual(failure);
  await session.until("answered", ({ command }) => command === 2, 0);
  session.isOffline = false;
  session.send({ type: "train" });
  await session.next("metrics");
  session.send({ type: "pause" });

  // Nor does the next press undo the engine that was chosen meanwhile.
  const chosen = new TestSession(dawn);
  chosen.isOffline = true;
  chosen.send({ type: "open", engine: "webgpu" });
  await chosen.next("failed");
  chosen.send({ type: "setEngine", engine: "cpu" });
  chosen.isOffline = false;
  chosen.send({ type: "step" });
  await chosen.until("state", ({ step }) => step === 1);
  expect(chosen.of("engine").at(-1)?.status).toMatchObject({ name: "cpu", choice: "cpu" });

  // Of a setup that cannot be used either, both are named.
  const other = new TestSession(noWebgpu);
  other.isOffline = true;
  const short: Setup = { data: { kind: "pasted", text: "too short" }, settings: smallSettings, probe: null };
  other.send({ type: "open", engine: "cpu", setup: short });
  await other.until("answered", () => true, 0);
  await other.until("failed", ({ failure: { advice } }) => identityOf(advice).includes("noRunAdvice"), 0);
  expect(other.of("failed")[0].failure.message).toEqual(tooShort);
});

test("what was wrong with a setup is said after the run that takes its place has begun", async () => {
  const session = new TestSession(noWebgpu);
  const short: Setup = { data: { kind: "pasted", text: "too short" }, settings: smallSettings, probe: null };
  session.send({ type: "open", engine: "cpu", setup: short });
  await session.next("snapshot");
  const types = session.events.map(({ type }) => type);
  expect(types.indexOf("failed")).toBeGreaterThan(types.indexOf("runStarted"));
});

test("a setup's probe is what its run begins with", async () => {
  const session = new TestSession(noWebgpu);
  const probe = { kind: "example", index: 3 } as const;
  const setup: Setup = { data: { kind: "generated", sample: "strokes" }, settings: null, probe };
  session.send({ type: "open", engine: "cpu", setup });
  const { run } = await session.next("runStarted");
  expect(run.probe).toEqual(probe);
});

test("a GPU that is lost while it is measured ends the measurement, and nothing else", async () => {
  const { request, lose } = doomedGpu(noWebgpu);
  const session = new TestSession(request);
  await session.open("auto");
  session.send({ type: "train" });
  session.send({ type: "look", look: "profile" });
  await session.next("looked");
  lose("unplugged");
  expect(await session.until("looked", ({ running }) => !running)).toMatchObject({ look: "profile" });
  await session.until("engine", ({ status }) => status.name === "cpu");
  await session.next("metrics");
  expect(session.of("failed")).toEqual([]);
  session.send({ type: "pause" });
});

test("at rest the last validation is of the step of the evaluation, and costs no second one", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "configure", change: { lengthUnit: "steps", length: 73 } });
  session.send({ type: "train" });
  await session.next("stopped");
  const { evaluation } = await session.until("evaluated", ({ step }) => step === 73, 0);
  const points = session.of("validation").flatMap((told) => told.points);
  expect(points.map(({ step }) => step)).toEqual([1, 50, 73]);
  if (evaluation.kind !== "language") throw new Error("The sample is a text.");
  expect(points[2].loss / Math.LN2).toBe(evaluation.bits);
  expect(points[2].accuracy).toBe(evaluation.accuracy);
  // All of it: 900 symbols, of which a tenth is held out.
  expect(evaluation.symbols).toBe(90);
});

test("bits per symbol are those of the symbols, whatever the loss wants besides", async () => {
  const bitsWith = async (labelSmoothing: number) => {
    const session = new TestSession(noWebgpu);
    await session.open("cpu");
    session.send({ type: "configure", change: { labelSmoothing, lengthUnit: "steps", length: 300 } });
    session.send({ type: "train" });
    await session.next("stopped");
    const { evaluation } = await session.until("evaluated", ({ step }) => step === 300, 0);
    if (evaluation.kind !== "language") throw new Error("The sample is a text.");
    const { loss } = session.of("validation").at(-1)?.points.at(-1) ?? { loss: Number.NaN };
    return { bits: evaluation.bits, trained: loss / Math.LN2 };
  };
  const plain = await bitsWith(0);
  const smoothed = await bitsWith(0.2);
  // What is trained with includes what the loss wants on all other symbols, over a bit a symbol here.
  expect(plain.bits).toBeCloseTo(plain.trained, 5);
  expect(smoothed.trained - plain.trained).toBeGreaterThan(0.8);
  expect(Math.abs(smoothed.bits - plain.bits)).toBeLessThan(0.5);
});

test("a run whose place another has taken goes on from where it was, bit for bit, and so does the other", async () => {
  const stay = new TestSession(noWebgpu);
  const leave = new TestSession(noWebgpu);
  const streams = { ...smallSettings, windows: "streams", dropout: 0.3 } as const;
  for (const session of [stay, leave]) {
    await session.open("cpu");
    session.send({ type: "configure", change: streams });
    await session.next("runStarted");
    for (const step of [1, 2, 3]) await stepTo(session, step);
  }
  leave.send({ type: "configure", change: { seed: streams.seed + 1 } });
  const other = await leave.next("runStarted");
  const before = leave.of("saved").pop()?.checkpoint;
  expect(before?.step).toBe(3);
  await stepTo(leave, 1);
  const source = { kind: "pasted", text: sampleText } as const;
  leave.send({ type: "loadData", loadId: 7, source });
  await leave.next("runStarted");
  const changed = leave.of("saved").pop();
  expect(changed).toMatchObject({ runId: other.runId, checkpoint: { step: 1 } });
  if (!before || !changed) throw new Error("They were saved.");
  const back = (settings: RunSettings, checkpoint: SavedState, id: number) =>
    leave.send({
      type: "open",
      engine: "cpu",
      setup: { data: { kind: "sample" }, settings, probe: null },
      checkpoint,
      back: id,
    });
  back(streams, before, other.runId - 1);
  const { run } = await leave.next("runStarted");
  expect(run).toMatchObject({ cause: "back", back: other.runId - 1, step: 3, settings: streams });
  for (const session of [stay, leave]) for (const step of [4, 5, 6]) await stepTo(session, step);
  expect(losses(leave).slice(-3)).toEqual(losses(stay).slice(-3));
  // The run on the pasted text had taken no step, but somebody has come from there.
  expect(leave.of("saved").some(({ runId }) => runId === other.runId + 1)).toBe(true);
  back({ ...streams, seed: streams.seed + 1 }, changed.checkpoint, other.runId);
  await leave.next("runStarted");
  await stepTo(leave, 2);
  stay.send({ type: "configure", change: { seed: streams.seed + 1 } });
  await stay.next("runStarted");
  for (const step of [1, 2]) await stepTo(stay, step);
  expect(losses(leave).at(-1)).toBe(losses(stay).at(-1));
});

test("a run whose last step was taken on a GPU goes on there to the bit, however soon it is to train", async () => {
  const stay = new TestSession(dawn);
  await stay.open("webgpu");
  await stay.until("engine", ({ status }) => status.name === "webgpu", 0);
  for (const step of [1, 2]) await stepTo(stay, step);
  const checkpoint = stay.of("saved").pop()?.checkpoint;
  for (const step of [3, 4]) await stepTo(stay, step);
  if (!checkpoint) throw new Error("It was saved.");
  let answer = () => undefined as unknown;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const later = new TestSession(() => answered.then(dawn));
  const setup = { data: { kind: "sample" }, settings: smallSettings, probe: null } as const;
  later.send({ type: "open", engine: "webgpu", on: "webgpu", setup, checkpoint, back: 1 });
  later.send({ type: "step" });
  later.send({ type: "step" });
  await later.next("snapshot");
  expect(losses(later)).toEqual([]);
  answer();
  await later.until("metrics", ({ points }) => points.some(({ step }) => step === 4), 0);
  expect(losses(later)).toEqual(losses(stay).slice(-2));
  // Whoever has chosen the CPU waits for nothing.
  const onCpu = new TestSession(() => new Promise(() => undefined));
  onCpu.send({ type: "open", engine: "cpu", on: "webgpu", setup, checkpoint, back: 1 });
  onCpu.send({ type: "step" });
  await onCpu.next("metrics");
});

test("a run in training that goes back goes on training, and what cannot be gone back to leaves it as it is", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "train" });
  await session.until("metrics", ({ points }) => points.some(({ step }) => step >= 5));
  session.send({ type: "configure", change: { seed: 9 } });
  const { runId } = await session.next("runStarted");
  const checkpoint = session.of("saved").pop()?.checkpoint;
  if (!checkpoint) throw new Error("It was saved.");
  const back = (text: string) =>
    session.send({
      type: "open",
      engine: "cpu",
      setup: { data: { kind: "pasted", text }, settings: null, probe: null },
      checkpoint,
      back: runId - 1,
    });
  back("");
  expect((await session.next("failed")).failure.advice).toEqual(message("engine.runKept"));
  await session.until("metrics", (event) => event.runId === runId && event.points.length > 0);
  back(sampleText);
  const again = await session.next("runStarted");
  await session.until("metrics", ({ runId: id, points }) =>
    points.some(({ step }) => id === again.runId && step > checkpoint.step),
  );
});

const answers = (session: TestSession) =>
  session.of("answered").map(({ command, isWithdrawn }) => (isWithdrawn ? -command : command));

test("a command that waits is taken back, and nothing comes of it", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  const from = session.events.length;
  const number = session.sent + 1;
  session.send({ type: "train" });
  session.send({ type: "configure", change: { seed: 9 } });
  session.send({ type: "withdraw", command: number + 1 });
  session.send({ type: "pause" });
  await session.until("answered", ({ command }) => command === number + 3, from);
  const own = answers(session).filter(
    (answer) => Math.abs(answer) >= number && Math.abs(answer) <= number + 3,
  );
  expect(own).toEqual([-(number + 1), number, number + 2, number + 3]);
  expect(session.of("runStarted")).toHaveLength(1);
});

test("data that are being read are let go of, and the run goes on", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "train" });
  await session.until("metrics", ({ points }) => points.some(({ step }) => step >= 3));
  const number = session.sent + 1;
  let release = (_: string) => {};
  const text = new Promise<string>((resolve) => {
    release = resolve;
  });
  const slow = Object.assign(new File([""], "slow.txt"), {
    arrayBuffer: async () => new TextEncoder().encode(await text).buffer,
  });
  session.send({ type: "loadData", loadId: 1, source: { kind: "file", file: slow } });
  await session.next("dataLoading");
  session.send({ type: "withdraw", command: number });
  release(sampleText);
  await session.until("answered", ({ command, isWithdrawn }) => command === number && isWithdrawn);
  expect(session.of("runStarted")).toHaveLength(1);
  expect(session.of("dataRejected")).toEqual([]);
  await session.until("metrics", ({ points }) => points.length > 0);
});

/** For however many seconds, which a slow machine decides. */
const silence = expect.objectContaining({ key: "engine.finishedNothing" });

/** One that answers nothing more from a moment on: neither its queue nor its compiler. Afterwards there is none. */
function gpuThatStops() {
  // Its compiler may be slow, where the machine is.
  let isStuck = false;
  const never = new Promise<never>(() => {});
  let opened = 0;
  const request = async () => {
    if (opened++ > 0) return noWebgpu();
    const adapter = await nodeGpu().requestAdapter();
    const device = await adapter?.requestDevice();
    if (!device) throw new Error("Dawn has an adapter.");
    const stuckWhen =
      <Args extends unknown[], Value>(own: (...args: Args) => Promise<Value>) =>
      (...args: Args) =>
        isStuck ? never : own(...args);
    const { queue } = device;
    device.createComputePipelineAsync = stuckWhen(device.createComputePipelineAsync.bind(device));
    const createBuffer = device.createBuffer.bind(device);
    queue.onSubmittedWorkDone = stuckWhen(queue.onSubmittedWorkDone.bind(queue));
    device.createBuffer = (descriptor) => {
      const buffer = createBuffer(descriptor);
      buffer.mapAsync = stuckWhen(buffer.mapAsync.bind(buffer));
      return buffer;
    };
    return createWebgpuBackend(device, "A GPU that stops", {
      patience: () => (isStuck ? 1 : 60),
    });
  };
  const stop = () => {
    isStuck = true;
  };
  return { request, stop };
}

test("a GPU whose compiler never answers is given up, and what was asked for is done on the CPU", async () => {
  const { request, stop } = gpuThatStops();
  const session = new TestSession(request);
  await session.open("webgpu");
  session.send({ type: "step" });
  await session.until("state", ({ step }) => step === 1);
  stop();
  session.send({ type: "configure", change: { cell: "lstm" } });
  const { happening } = await session.next("happened");
  expect(happening).toMatchObject({ kind: "gpuLost", reason: silence, savedStep: 1 });
  expect((await session.next("runStarted")).run.settings.cell).toBe("lstm");
  expect(session.of("failed")).toEqual([]);

  // At the first look already, the run stays where it is.
  const other = gpuThatStops();
  other.stop();
  const atFirst = new TestSession(other.request);
  await atFirst.open("auto");
  expect(atFirst.of("engine").at(-1)?.status).toMatchObject({
    name: "cpu",
    webgpu: { state: "unavailable", reason: silence },
  });
});

test("a GPU that never finishes its work is given up, and the run goes on from the last good state on the CPU", async () => {
  const { request, stop } = gpuThatStops();
  const session = new TestSession(request);
  await session.open("webgpu");
  session.send({ type: "step" });
  await session.until("state", ({ step }) => step === 1);
  stop();
  session.send({ type: "step" });
  const { happening } = await session.next("happened");
  const device = deviceName(createCpuBackend());
  expect(happening).toEqual({ kind: "gpuLost", reason: silence, savedStep: 1, device });
  session.send({ type: "step" });
  expect((await session.until("metrics", ({ points }) => points.length > 0)).points[0].step).toBe(2);
  expect(session.of("failed")).toEqual([]);
});

/** The first GPU is lost; then there is none, as often as `failures` says; then there is another. */
function gpuComesBack(failures: number) {
  let requests = 0;
  const second: Backend = { ...createCpuBackend(), name: "webgpu", device: "Second GPU" };
  const { request, lose } = doomedGpu(() => (requests++ < failures ? noWebgpu() : Promise.resolve(second)));
  return { request, lose, asked: () => requests };
}

const whenGpu = (session: TestSession, device: string) =>
  session.until("engine", ({ status }) => status.device === device, 0);

test("a lost GPU that does not come back at once is asked for once more by itself, and the run moves there", async () => {
  const { request, lose } = gpuComesBack(1);
  const session = new TestSession(request, undefined, undefined, undefined, 0);
  await session.open("auto");
  session.send({ type: "step" });
  await session.until("state", ({ step }) => step === 1);
  lose("unplugged");
  await whenGpu(session, "Second GPU");
  session.send({ type: "step" });
  expect((await session.next("metrics")).points[0].step).toBe(2);
});

test("a lost GPU is asked for once more whenever somebody wants it, and not without end by itself", async () => {
  const { request, lose, asked } = gpuComesBack(2);
  const session = new TestSession(request, undefined, undefined, undefined, 0);
  await session.open("auto");
  lose("unplugged");
  const checks = () =>
    session.of("engine").filter(({ status }) => status.webgpu.state === "unavailable").length;
  await session.until("engine", () => checks() >= 2, 0);
  expect(asked()).toBe(2);
  session.send({ type: "tryWebgpu" });
  await whenGpu(session, "Second GPU");
});
