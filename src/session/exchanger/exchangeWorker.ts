/** The worker that takes networks along and opens them: it answers one request. */
import { message } from "../../words/message";
import { loadSample } from "../engine/publicFiles";
import type { ExchangeAnswer, ExchangeRequest } from "../exchangeProtocol";
import { exportRun } from "./exportRun";
import { halfWeights } from "./halfWeights";
import { openNetwork } from "./openNetwork";

async function answerTo(request: ExchangeRequest): Promise<ExchangeAnswer> {
  if (request.type === "open") {
    const opened = await openNetwork(request, loadSample);
    return opened.ok ? opened.value : { type: "refused", problem: opened.problem };
  }
  const made = await (request.type === "halfWeights" ? halfWeights(request) : exportRun(request, loadSample));
  return made.ok ? { type: "exported", file: made.value } : { type: "refused", problem: made.problem };
}

self.addEventListener("message", ({ data }: MessageEvent<ExchangeRequest>) => {
  answerTo(data)
    .catch((error: unknown): ExchangeAnswer => {
      const said = error instanceof Error ? error.message : String(error);
      return { type: "refused", problem: message("elsewhere.failed", { said }) };
    })
    .then((answer) => self.postMessage(answer));
});
