/** The page's side of networks that travel: a worker for each request, ended with its answer. */
import { message } from "../../words/message";
import type { AskExchange, ExchangeAnswer, ExchangeRequest } from "../exchangeProtocol";
import { eventGuard, type LinkedWorker, listenTo, type WorkerListener } from "./workerLink";

type StartExchange = (listener: WorkerListener) => LinkedWorker<ExchangeRequest>;

const startWorker: StartExchange = (listener) =>
  listenTo(
    new Worker(new URL("../exchanger/exchangeWorker.ts", import.meta.url), {
      type: "module",
      name: "gru-exchange",
    }),
    listener,
  );

const isAnswer = eventGuard<ExchangeAnswer>({ exported: true, opened: true, refused: true });

/** A worker that crashes refuses. */
export function exchangeClient(start: StartExchange = startWorker): AskExchange {
  return (request, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const end = () => {
        worker.terminate();
        signal.removeEventListener("abort", abort);
      };
      const answer = (given: ExchangeAnswer) => {
        end();
        resolve(given);
      };
      const abort = () => {
        end();
        reject(signal.reason);
      };
      const worker = start({
        onMessage: (said) => {
          if (isAnswer(said)) answer(said);
        },
        onCrash: (said) => answer({ type: "refused", problem: message("elsewhere.failed", { said }) }),
      });
      signal.addEventListener("abort", abort);
      worker.postMessage(request);
    });
}
