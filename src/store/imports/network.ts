/** A network of another program, on its way from its file to the stage. The parts of the page that open one bring this with them. */
import type { ExchangeAnswer, OpenedNetwork } from "../../session/exchangeProtocol";
import { message } from "../../words/message";
import { randomId } from "../keeping/randomId";
import { foreignRunId } from "../past";
import { emptyRun, shownRun } from "../runs";
import type { NetworkImport, PastRun, RunState } from "../state";
import type { PlaygroundStore } from "../store";

/** Reads it, and holds it to the data of the run on the stage. It is given up when its dialog closes. */
export function openNetwork(store: PlaygroundStore, file: File): void {
  const { exchange, rejectFile } = store.getState();
  const { of } = shownRun(store.getState());
  if (!of) {
    rejectFile(file.name, message("elsewhere.noRun"));
    return;
  }
  const work = new AbortController();
  store.setState({ network: { file, opened: null, refusal: null, of } });
  const stop = store.subscribe(({ network }) => {
    if (network?.file === file) return;
    stop();
    work.abort();
  });
  const hear = (answer: ExchangeAnswer) =>
    store.setState(({ network }) => ({ network: network && afterAnswer(network, answer) }));
  exchange({ type: "open", file, source: of.source }, work.signal).then(hear, (error: unknown) => {
    if (work.signal.aborted) return;
    const said = error instanceof Error ? error.message : String(error);
    hear({ type: "refused", problem: message("elsewhere.failed", { said }) });
  });
}

/** Puts the one that is open on the stage. */
export function takeNetwork(store: PlaygroundStore): void {
  const { network, goBack } = store.getState();
  const { summary, probeInUse } = shownRun(store.getState());
  if (!network?.opened || !summary) return;
  const run = broughtRun(network, network.opened, { ...summary, probe: probeInUse ?? summary.probe });
  if (!run) return;
  store.setState(({ past }) => ({ network: null, past: [run, ...past] }));
  goBack(run.id);
}

function afterAnswer(network: NetworkImport, answer: ExchangeAnswer): NetworkImport {
  switch (answer.type) {
    case "opened":
      return { ...network, opened: answer };
    case "refused":
      return { ...network, refusal: answer.problem };
    case "exported":
      return network;
  }
}

/** As one that can be gone back to: it looks at what the run on the stage does. Null where it does not fit the data. */
function broughtRun(
  { file, of }: NetworkImport,
  { start, facts }: OpenedNetwork,
  shown: NonNullable<RunState["summary"]>,
): PastRun | null {
  if (!start.ok) return null;
  const { saved, settings } = start;
  const { parameters: parameterCount } = facts;
  const { step } = saved;
  const change = {
    cause: "back",
    replaces: null,
    pretrained: false,
    settings,
    step,
    parameterCount,
  } as const;
  const { back: _, ...others } = shown;
  const summary = { ...others, ...change };
  const kept = {
    id: randomId(),
    beganMs: Date.now(),
    differs: [],
    brought: true,
    origin: { file: file.name },
  } as const;
  return { ...emptyRun(foreignRunId(), summary), summary, of, saved, kept };
}
