import { beforeEach, expect, it } from "vitest";
import type { ReaderCommand, ReaderEvent } from "../tableProtocol";
import { type ReaderClient, type ReaderWorker, type ReaderWorkerListener, startReader } from "./tableClient";

interface FakeWorker extends ReaderWorker, ReaderWorkerListener {
  readonly commands: ReaderCommand[];
  terminated: boolean;
}

let workers: FakeWorker[];
let events: ReaderEvent[];
let client: ReaderClient;

beforeEach(() => {
  [workers, events] = [[], []];
  client = startReader({
    receive: (event) => events.push(event),
    startWorker: (listener) => {
      const worker: FakeWorker = {
        ...listener,
        commands: [],
        terminated: false,
        postMessage: (command) => worker.commands.push(command),
        terminate: () => {
          worker.terminated = true;
        },
      };
      workers.push(worker);
      return worker;
    },
  });
});

const file = new File(["a,b\n1,2"], "a.csv");
const open = (readId: number): ReaderCommand => ({ type: "openTable", readId, file });

it("starts its worker when there is something to read, and passes on what is said", () => {
  client.send({ type: "cancel" });
  client.send({ type: "closeTable" });
  expect(workers).toHaveLength(0);
  client.send(open(1));
  client.send({ type: "cancel" });
  expect(workers[0].commands).toEqual([open(1), { type: "cancel" }]);
  workers[0].onMessage({ type: "cancelled", readId: 1 });
  expect(events).toEqual([{ type: "cancelled", readId: 1 }]);
});

it("gives the memory of a closed table back", () => {
  client.send(open(1));
  client.send({ type: "closeTable" });
  expect(workers[0].terminated).toBe(true);
  workers[0].onMessage({ type: "cancelled", readId: 1 });
  expect(events).toEqual([]);
  client.send(open(2));
  expect(workers[1].commands).toEqual([open(2)]);
});

it("says so when the worker stops, and goes on with a new one", () => {
  client.send(open(7));
  workers[0].onCrash("out of memory");
  expect(workers[0].terminated).toBe(true);
  expect(events).toEqual([
    {
      type: "refused",
      readId: 7,
      problem:
        "The file could not be read on: out of memory. The computer may have too little memory for it. Use a smaller part of it, or choose the file again.",
    },
  ]);
  client.send(open(8));
  expect(workers).toHaveLength(2);
});

it("takes a message that is none of the reader's for a crash", () => {
  client.send(open(1));
  workers[0].onMessage({ type: "hello", readId: 1 });
  expect(events).toMatchObject([{ type: "refused", readId: 1 }]);
});
