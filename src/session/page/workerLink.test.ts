import { beforeEach, describe, expect, it, vi } from "vitest";
import { identityOf, message } from "../../words/message";
import { type FakeWorker, fakeWorkers } from "./testWorkers";
import { eventGuard, listenTo, type Reply, WorkerLink } from "./workerLink";

interface Said {
  readonly type: "said";
  readonly readId: number;
}

const said = (readId: number): Said => ({ type: "said", readId });
const unknown = identityOf(message("engine.unknownMessage"));

let workers: FakeWorker<string>[];
let heard: string[];
let replies: Reply<string>[];
let link: WorkerLink<string, Said>;

beforeEach(() => {
  [heard, replies] = [[], []];
  const fake = fakeWorkers<string>();
  workers = fake.workers;
  link = new WorkerLink<string, Said>({
    start: fake.start,
    isEvent: eventGuard<Said>({ said: true }, "readId"),
    receive: ({ readId }, reply) => {
      heard.push(`said ${readId}`);
      replies.push(reply);
    },
    onCrash: (reason) =>
      heard.push(
        `crash: ${typeof reason === "string" ? reason : identityOf(reason)}${link.isRunning ? ", running" : ""}`,
      ),
  });
});

describe("a link", () => {
  it("starts one worker with the first command, and hears it", () => {
    expect([workers.length, link.isRunning]).toEqual([0, false]);
    link.send("a");
    link.send("b");
    expect(workers.map(({ commands }) => commands)).toEqual([["a", "b"]]);
    workers[0].onMessage(said(3));
    expect([heard, link.isRunning]).toEqual([["said 3"], true]);
  });

  it("ends its worker, hears it no longer, and starts another with the next command", () => {
    link.send("a");
    link.end();
    link.end();
    expect([workers[0].terminated, link.isRunning]).toEqual([true, false]);
    workers[0].onMessage(said(1));
    workers[0].onMessage("nonsense");
    workers[0].onCrash("too late");
    link.send("b");
    workers[0].onMessage(said(1));
    workers[0].onCrash("too late");
    workers[1].onMessage(said(2));
    expect(heard).toEqual(["said 2"]);
    expect(workers.map(({ commands }) => commands)).toEqual([["a"], ["b"]]);
    expect(workers[1].terminated).toBe(false);
  });

  it("tells of a crash once, with its worker ended, and goes on with another", () => {
    link.send("a");
    workers[0].onCrash("out of memory");
    workers[0].onCrash("out of memory");
    expect([heard, workers[0].terminated]).toEqual([["crash: out of memory"], true]);
    link.send("b");
    expect(workers[1].commands).toEqual(["b"]);
  });

  it("takes what it does not know for a crash", () => {
    for (const sent of ["hello", null, {}, { type: "hello", readId: 1 }, { type: "said", readId: "1" }]) {
      link.send("a");
      workers[workers.length - 1].onMessage(sent);
    }
    link.send("a");
    workers[workers.length - 1].onMessage({ type: "toString", readId: 1 });
    expect(heard).toEqual(Array(6).fill(`crash: ${unknown}`));
  });

  it("answers the worker that has spoken, with what is to be moved, and nobody once that has ended", () => {
    const bytes = new ArrayBuffer(8);
    link.send("a");
    workers[0].onMessage(said(1));
    replies[0]("answer", [bytes]);
    expect(workers[0].commands).toEqual(["a", "answer"]);
    expect(workers[0].moved).toEqual([bytes]);
    link.end();
    replies[0]("too late");
    link.send("b");
    replies[0]("too late");
    expect(workers.map(({ commands }) => commands)).toEqual([["a", "answer"], ["b"]]);
  });
});

it("hears of a browser's worker what it says, and that it has crashed, in words", () => {
  const sent: unknown[] = [];
  const worker: Worker = Object.assign(new EventTarget(), {
    onmessage: null,
    onmessageerror: null,
    onerror: null,
    postMessage: () => undefined,
    terminate: () => undefined,
  });
  listenTo(worker, {
    onMessage: (message) => sent.push(message),
    onCrash: (reason) => sent.push(reason),
  });
  worker.onmessage?.(new MessageEvent("message", { data: said(1) }));
  worker.onmessageerror?.(new MessageEvent("messageerror"));
  const error = (text: string) => Object.assign(new Event("error"), { message: text });
  for (const text of ["it is too late", ""])
    Reflect.apply(worker.onerror ?? (() => undefined), worker, [error(text)]);
  expect(sent).toEqual([
    said(1),
    message("engine.unreadableMessage"),
    "it is too late",
    message("engine.notLoaded"),
  ]);
});

it("says that there is no connection where a worker does not come and there is none", () => {
  vi.stubGlobal("navigator", { onLine: false });
  const heard: unknown[] = [];
  const worker = Object.assign(new EventTarget(), {
    onmessage: null,
    onmessageerror: null,
    onerror: null as Worker["onerror"],
    postMessage: () => undefined,
    terminate: () => undefined,
  });
  listenTo(worker, { onMessage: () => undefined, onCrash: (reason) => heard.push(reason) });
  Reflect.apply(worker.onerror ?? (() => undefined), worker, [new Event("error")]);
  vi.unstubAllGlobals();
  expect(heard).toEqual([message("engine.offline")]);
});
