/** A network of another program, on its way from its file to the stage. */
import type { StoreApi } from "zustand/vanilla";
import type { AskExchange, ExchangeAnswer, OpenedNetwork } from "../../session/exchangeProtocol";
import { message } from "../../words/message";
import { randomId } from "../keeping/randomId";
import { foreignRunId } from "../past";
import { emptyRun, shownRun } from "../runs";
import type {
  NetworkActions,
  NetworkImport,
  NetworkSlice,
  PastRun,
  PlaygroundState,
  RunState,
} from "../state";

export const initialNetwork: NetworkSlice = { network: null };

export function networkActions(
  ask: AskExchange,
  set: StoreApi<PlaygroundState>["setState"],
  get: StoreApi<PlaygroundState>["getState"],
): NetworkActions {
  let work = new AbortController();
  const hear = (answer: ExchangeAnswer) =>
    set(({ network }) => ({ network: network && afterAnswer(network, answer) }));
  return {
    openNetwork: (file) => {
      const { of } = shownRun(get());
      if (!of) return get().rejectFile(file.name, message("elsewhere.noRun"));
      work.abort();
      work = new AbortController();
      const { signal } = work;
      set({ network: { name: file.name, opened: null, refusal: null, of } });
      ask({ type: "open", file, source: of.source }, signal).then(hear, (error: unknown) => {
        if (signal.aborted) return;
        const said = error instanceof Error ? error.message : String(error);
        hear({ type: "refused", problem: message("elsewhere.failed", { said }) });
      });
    },
    useNetwork: () => {
      const { network, goBack } = get();
      const { summary, probeInUse } = shownRun(get());
      if (!network?.opened || !summary) return;
      const run = broughtRun(network, network.opened, { ...summary, probe: probeInUse ?? summary.probe });
      if (!run) return;
      set(({ past }) => ({ network: null, past: [run, ...past] }));
      goBack(run.id);
    },
    closeNetwork: () => {
      work.abort();
      set({ network: null });
    },
  };
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
  { name, of }: NetworkImport,
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
  const kept = { id: randomId(), beganMs: Date.now(), differs: [], origin: { file: name } };
  return { ...emptyRun(foreignRunId(), summary), summary, of, saved, kept };
}
