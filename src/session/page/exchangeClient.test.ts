import { expect, it } from "vitest";
import { message } from "../../words/message";
import type { ExchangeRequest } from "../exchangeProtocol";
import { exchangeClient } from "./exchangeClient";
import type { WorkerListener } from "./workerLink";

const request: ExchangeRequest = { type: "open", file: new File([], "a.onnx"), source: { kind: "sample" } };

/** A client whose workers are kept. */
function client() {
  const workers: { readonly listener: WorkerListener; readonly asked: unknown[]; ended: number }[] = [];
  const ask = exchangeClient((listener) => {
    const worker = { listener, asked: [] as unknown[], ended: 0 };
    workers.push(worker);
    return {
      postMessage: (command) => void worker.asked.push(command),
      terminate: () => {
        worker.ended++;
      },
    };
  });
  return { ask, workers };
}

it("starts a worker for each request, and ends it with its answer", async () => {
  const { ask, workers } = client();
  const answers = [1, 2].map(() => ask(request, new AbortController().signal));
  expect(workers.map(({ asked }) => asked)).toEqual([[request], [request]]);
  const refused = { type: "refused", problem: message("exchange.pickle") } as const;
  workers[1].listener.onMessage(refused);
  expect(await answers[1]).toEqual(refused);
  expect(workers.map(({ ended }) => ended)).toEqual([0, 1]);
});

it("ends the worker of whoever stops waiting, whatever it says afterwards", async () => {
  const { ask, workers } = client();
  const work = new AbortController();
  const answer = ask(request, work.signal);
  work.abort();
  workers[0].listener.onMessage({ type: "refused", problem: "Too late." });
  await expect(answer).rejects.toThrow(/abort/i);
  expect(workers[0].ended).toBeGreaterThan(0);
  await expect(ask(request, work.signal)).rejects.toThrow(/abort/i);
  expect(workers).toHaveLength(1);
});

it("refuses where the worker crashes", async () => {
  const { ask, workers } = client();
  const answer = ask(request, new AbortController().signal);
  workers[0].listener.onCrash("out of memory");
  expect(await answer).toEqual({
    type: "refused",
    problem: message("elsewhere.failed", { said: "out of memory" }),
  });
  expect(workers[0].ended).toBe(1);
});
