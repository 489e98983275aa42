import { expect, test } from "vitest";
import type { Backend } from "../../engine/backends/backend";
import { createCpuBackend } from "../../engine/backends/cpu/cpu";
import { message } from "../../words/message";
import type { Command, RaceNews } from "../protocol";
import type { RaceRequest } from "../raceRequest";
import { smallSettings, TestSession } from "./testing";

const noWebgpu = () => Promise.reject(new Error("There is none here."));

const request: RaceRequest = {
  base: smallSettings,
  vary: "cell",
  values: ["gru", "rnn"],
  seeds: 1,
  match: "units",
  length: 50,
};

type NewsOf<Kind extends RaceNews["kind"]> = Extract<RaceNews, { readonly kind: Kind }>;

/** The first of a kind that comes from now on, or from event `from` on. */
async function told<Kind extends RaceNews["kind"]>(
  session: TestSession,
  kind: Kind,
  from = session.events.length,
): Promise<NewsOf<Kind>> {
  const isIt = (news: RaceNews): news is NewsOf<Kind> => news.kind === kind;
  const { news } = await session.until("raced", (event) => isIt(event.news), from);
  if (!isIt(news)) throw new Error(`It is no "${kind}".`);
  return news;
}

/** What a command leads to; one that is done at once has told it by the time that it is sent. */
function asked<Kind extends RaceNews["kind"]>(session: TestSession, command: Command, kind: Kind) {
  const from = session.events.length;
  session.send(command);
  return told(session, kind, from);
}

async function stepLoss(session: TestSession): Promise<readonly number[]> {
  const metrics = session.next("metrics");
  session.send({ type: "step" });
  return (await metrics).points.map(({ loss }) => loss);
}

test("the run on the stage rests while others race, and goes on after it as if there had been none", async () => {
  const [raced, undisturbed] = [new TestSession(noWebgpu), new TestSession(noWebgpu)];
  for (const session of [raced, undisturbed]) {
    await session.open("cpu");
    await stepLoss(session);
  }
  const { plan } = await asked(raced, { type: "planRace", request }, "planned");
  expect(plan.entries.map(({ settings }) => settings.cell)).toEqual(["gru", "rnn"]);
  expect(await asked(raced, { type: "race", raceId: 7, request }, "over")).toEqual({
    kind: "over",
    raceId: 7,
    why: null,
  });
  expect(raced.of("failed")).toEqual([]);
  expect(raced.of("runStarted")).toHaveLength(1);
  for (let i = 0; i < 3; i++) expect(await stepLoss(raced)).toEqual(await stepLoss(undisturbed));
});

test("a race is paused, gone on with, loses one of its runs, and ends, as it is told; of another nothing is heard", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  await asked(session, { type: "race", raceId: 1, request: { ...request, length: 1_000_000 } }, "began");
  expect(await asked(session, { type: "steerRace", raceId: 1, to: "pause" }, "state")).toEqual({
    kind: "state",
    raceId: 1,
    isPaused: true,
  });
  session.send({ type: "steerRace", raceId: 4, to: "goOn" });
  expect(await asked(session, { type: "steerRace", raceId: 1, to: "goOn" }, "state")).toEqual({
    kind: "state",
    raceId: 1,
    isPaused: false,
  });
  expect((await asked(session, { type: "stopRacer", raceId: 1, member: 0 }, "left")).member).toBe(0);
  expect((await asked(session, { type: "steerRace", raceId: 1, to: "end" }, "left")).member).toBe(1);
  expect(await told(session, "over", 0)).toMatchObject({ why: null });
});

test("another race ends the one that is under way, whose runs tell what they have come to", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  await asked(session, { type: "race", raceId: 1, request: { ...request, length: 1_000_000 } }, "began");
  await session.until("raced", ({ news }) => news.kind === "member" && news.news.type === "validation");
  expect(await asked(session, { type: "race", raceId: 2, request }, "over")).toMatchObject({
    raceId: 1,
    why: message("race.anotherBegan"),
  });
  const saved = session
    .of("raced")
    .flatMap(({ news }) =>
      news.kind === "member" && news.raceId === 1 && news.news.type === "saved"
        ? [news.news.checkpoint.step]
        : [],
    );
  expect(Math.max(...saved)).toBeGreaterThan(0);
  expect(await told(session, "over")).toEqual({ kind: "over", raceId: 2, why: null });
});

test("a race is refused with what is wrong, and nothing else changes", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  expect(
    await asked(session, { type: "race", raceId: 3, request: { ...request, values: ["gru"] } }, "refused"),
  ).toEqual({
    kind: "refused",
    raceId: 3,
    problem: message("race.tooFew"),
  });
  expect(
    await asked(
      session,
      { type: "planRace", request: { ...request, vary: "batchSize", values: [3, 0] } },
      "refused",
    ),
  ).toMatchObject({ raceId: null, problem: { key: "settings.malformed" } });
  expect((await stepLoss(session)).length).toBe(1);
  expect(session.of("failed")).toEqual([]);
});

test("a GPU that is lost ends the race, and the run on the stage goes on", async () => {
  const own = createCpuBackend();
  let lose = (_: string) => {};
  const lost = new Promise<string>((resolve) => {
    lose = resolve;
  });
  const gpu: Backend = { ...own, name: "webgpu", device: "Doomed GPU", lost };
  let requests = 0;
  const session = new TestSession(() => (requests++ === 0 ? Promise.resolve(gpu) : noWebgpu()));
  await session.open("auto");
  await session.until("engine", ({ status }) => status.name === "webgpu", 0);
  await stepLoss(session);
  session.send({ type: "race", raceId: 1, request: { ...request, length: 1_000_000 } });
  await session.until("raced", ({ news }) => news.kind === "member" && news.news.type === "validation");
  const happened = session.next("happened");
  lose("unplugged");
  expect(await told(session, "over")).toMatchObject({ why: message("race.gpuLost", { said: "unplugged" }) });
  expect((await happened).happening).toMatchObject({ kind: "gpuLost", savedStep: 1 });
  expect((await stepLoss(session)).length).toBe(1);
  expect(session.of("failed")).toEqual([]);
});

test("what goes wrong in a race ends the race alone", async () => {
  const own = createCpuBackend();
  let [isRaced, breaks] = [false, false];
  const backend: Backend = {
    ...own,
    name: "webgpu",
    load: async (...given) => {
      const executable = await own.load(...given);
      if (!isRaced) return executable;
      const begin = executable.begin.bind(executable);
      executable.begin = (section) => {
        if (breaks) throw new Error("It is broken.");
        return begin(section);
      };
      return executable;
    },
  };
  const session = new TestSession(async () => backend);
  await session.open("auto");
  await session.until("engine", ({ status }) => status.name === "webgpu", 0);
  await stepLoss(session);
  isRaced = true;
  await asked(session, { type: "race", raceId: 1, request: { ...request, length: 1_000_000 } }, "began");
  breaks = true;
  expect(await told(session, "over")).toMatchObject({ why: "It is broken." });
  expect((await stepLoss(session)).length).toBe(1);
  expect(session.of("failed")).toEqual([]);
});
