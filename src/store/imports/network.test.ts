import { expect, it } from "vitest";
import type { AskExchange, ExchangeAnswer, OpenedNetwork } from "../../session/exchangeProtocol";
import type { Command, SavedState } from "../../session/protocol";
import { defaultSettings } from "../../session/settings";
import { message } from "../../words/message";
import { shownRun } from "../runs";
import { dataFixture, runFixture } from "../sessionFixture";
import { createPlayground } from "../store";
import { openNetwork, takeNetwork } from "./network";

const saved: SavedState = { step: 0, bytes: new Blob(["weights"]) };
const settings = { ...defaultSettings, hiddenSizes: [16] };
const facts = { cell: "gru", hiddenSizes: [16], bidirectional: false, parameters: 99 } as const;
const opened: OpenedNetwork = { type: "opened", facts, start: { ok: true, saved, settings, proposals: [] } };
const file = new File(["bytes"], "model.safetensors");

/** A page on which a run stands, and what its exchange was asked. */
function page(answer: () => Promise<ExchangeAnswer>) {
  const sent: Command[] = [];
  const asked: Parameters<AskExchange>[] = [];
  const store = createPlayground((command) => sent.push(command), {
    exchange: (...asking) => {
      asked.push(asking);
      return answer();
    },
  });
  store.getState().receive({ type: "dataLoaded", loadId: null, data: dataFixture });
  store.getState().receive({ type: "runStarted", runId: 1, run: runFixture });
  return { sent, asked, store, state: store.getState };
}

it("puts a network on the stage with the data and the sequence that are there, as a run of its own", async () => {
  const { sent, asked, store, state } = page(async () => opened);
  openNetwork(store, file);
  const source = { kind: "sample" };
  expect(asked[0][0]).toEqual({ type: "open", file, source });
  await Promise.resolve();
  expect(state().network).toMatchObject({ file, opened, refusal: null });
  takeNetwork(store);
  expect(state().network).toBeNull();
  const [run] = state().past;
  const { probe } = runFixture;
  const setup = { data: source, settings, probe };
  expect(sent).toEqual([{ type: "open", engine: "auto", setup, checkpoint: saved, back: run.id }]);
  const begun = { ...runFixture, cause: "back", back: run.id, replaces: 1, settings, step: 0 } as const;
  state().receive({ type: "runStarted", runId: 2, run: begun });
  expect(shownRun(state())).toMatchObject({ id: 2, inUse: settings, saved, summary: { pretrained: false } });
  expect(state().notices.at(-1)?.text).toEqual(message("run.brought", { name: "model.safetensors" }));
});

it("says why a file is not opened, and changes nothing", async () => {
  const problem = message("exchange.pickle");
  const { sent, store, state } = page(async () => ({ type: "refused", problem }));
  openNetwork(store, file);
  await Promise.resolve();
  expect(state().network).toMatchObject({ opened: null, refusal: problem });
  takeNetwork(store);
  expect(sent).toEqual([]);
});

it("gives up what is being read when its dialog is closed", () => {
  const { asked, store, state } = page(() => new Promise(() => undefined));
  openNetwork(store, file);
  store.setState({ network: null });
  expect(asked[0][1].aborted).toBe(true);
  expect(state().network).toBeNull();
});
