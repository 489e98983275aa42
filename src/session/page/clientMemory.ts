/** What the page remembers of the worker's state, so that a crashed worker can be replaced by one like it. */

import type { Language } from "../../words/language";
import type { ClientEvent, Command, EngineChoice, SavedState, SessionEvent, Setup } from "../protocol";
import { defaultSettings } from "../settings";
import { openingSetup } from "../setup";

type Offer = Pick<Extract<Command, { type: "loadData" }>, "loadId" | "source">;

type GoingBack = Extract<Command, { type: "open" }>;

export interface ClientMemory {
  readonly engine: EngineChoice;
  /** In which the page was opened, where it was said. */
  readonly language?: Language;
  /** Of the present run. */
  readonly setup: Setup;
  /** Data that were sent and are not yet accepted or rejected. */
  readonly offered: readonly Offer[];
  /** Runs that are to go on in the place of the present one. */
  readonly goingBack: readonly GoingBack[];
  /** Whether the run began with fresh weights, and not with those that the page opens with. */
  readonly fresh: boolean;
  /** Of the present run; null until the worker has saved it. */
  readonly checkpoint: SavedState | null;
  readonly training: boolean;
  readonly runId: number;
}

export const emptyMemory: ClientMemory = {
  engine: "auto",
  setup: openingSetup(),
  offered: [],
  goingBack: [],
  fresh: false,
  checkpoint: null,
  training: false,
  runId: 0,
};

const withSetup = (memory: ClientMemory, change: Partial<Setup>): ClientMemory => ({
  ...memory,
  setup: { ...memory.setup, ...change },
});

export function afterCommand(memory: ClientMemory, command: Command): ClientMemory {
  switch (command.type) {
    case "open": {
      const { engine, language, setup, back } = command;
      const isBack = back !== undefined;
      const goingBack = isBack ? [...memory.goingBack, command] : memory.goingBack;
      const asked = { ...memory, engine, goingBack };
      if (!language) return asked;
      // Where a run is to come back with which the page opens, it is what opens in its place.
      return { ...asked, language, setup: setup && !isBack ? memory.setup : openingSetup(language) };
    }
    case "setEngine":
      return { ...memory, engine: command.engine };
    case "loadData":
      return { ...memory, offered: [...memory.offered, { loadId: command.loadId, source: command.source }] };
    default:
      return memory;
  }
}

/** What was asked for before and has not come was refused. */
function backIn(
  memory: ClientMemory,
  { runId, run }: Extract<SessionEvent, { type: "runStarted" }>,
): ClientMemory {
  const i = memory.goingBack.findIndex(({ back }) => back === run.back);
  const { setup = memory.setup, checkpoint = null } = memory.goingBack[i] ?? {};
  return {
    ...memory,
    setup: { ...setup, settings: run.settings, probe: run.probe },
    goingBack: memory.goingBack.slice(i + 1),
    fresh: true,
    checkpoint,
    training: false,
    runId,
  };
}

const without = ({ offered }: ClientMemory, id: number) => offered.filter(({ loadId }) => loadId !== id);

export function afterEvent(memory: ClientMemory, event: ClientEvent): ClientMemory {
  switch (event.type) {
    case "dataLoaded": {
      const offer = memory.offered.find(({ loadId }) => loadId === event.loadId);
      if (!offer) return memory;
      return { ...withSetup(memory, { data: offer.source }), offered: without(memory, offer.loadId) };
    }
    case "dataRejected":
      return { ...memory, offered: without(memory, event.loadId) };
    case "runStarted": {
      const { settings, cause } = event.run;
      if (cause === "back") return backIn(memory, event);
      // A setup that could not be used has been left, and the page has opened as without one.
      const data = cause === "opened" ? openingSetup(memory.language).data : memory.setup.data;
      const begun = { ...withSetup(memory, { settings, data }), runId: event.runId, training: false };
      // The same run once more: what was saved of it stays until there is something newer.
      if (cause === "resumed") return begun;
      // New data brings its own probe, and a checkpoint belongs to the run it was saved in.
      const probe = cause === "data" ? null : memory.setup.probe;
      return { ...withSetup(begun, { probe }), fresh: cause !== "opened", checkpoint: null };
    }
    case "settings":
      return withSetup(memory, { settings: event.settings });
    case "probe":
      return withSetup(memory, { probe: event.probe });
    case "state":
      return { ...memory, training: event.training };
    case "saved":
      return { ...memory, checkpoint: event.checkpoint };
    default:
      return memory;
  }
}

/** A new worker has stopped before it did what it was asked for to bring the run back: the next one is asked for that as well. */
export function withUnanswered(memory: ClientMemory, command: Command): ClientMemory {
  switch (command.type) {
    case "train":
      return { ...memory, training: true };
    case "configure": {
      const { settings } = memory.setup;
      return withSetup(memory, { settings: { ...(settings ?? defaultSettings), ...command.change } });
    }
    default:
      return memory;
  }
}

/** Whether there is more than what the page opens with. */
export const holdsRun = ({ setup, fresh, checkpoint }: ClientMemory): boolean =>
  fresh || checkpoint !== null || setup.settings !== null;

/** The present run could not be opened again: what comes next is what the page opens with. */
export const forgetRun = (memory: ClientMemory): ClientMemory => ({
  ...memory,
  setup: openingSetup(memory.language),
  fresh: false,
  checkpoint: null,
  training: false,
});

/** A command was taken back. */
export function afterWithdrawal(memory: ClientMemory, command: Command): ClientMemory {
  switch (command.type) {
    case "loadData":
      return { ...memory, offered: without(memory, command.loadId) };
    case "open":
      return { ...memory, goingBack: memory.goingBack.filter((one) => one !== command) };
    default:
      return memory;
  }
}

/** The commands that bring a new worker as near as possible to where the last one was. */
export function recoveryCommands({
  engine,
  language,
  setup,
  fresh,
  checkpoint,
  training,
}: ClientMemory): readonly Command[] {
  const opening = { type: "open", engine, ...(language && { language }) } as const;
  if (checkpoint) {
    const open: Command = { ...opening, setup, checkpoint };
    return training ? [open, { type: "train" }] : [open];
  }
  // Nothing is saved yet, but what was chosen is known.
  if (fresh) return [{ ...opening, setup }];
  const { settings } = setup;
  const open: Command = { ...opening, setup: { ...setup, settings: null } };
  return settings ? [open, { type: "configure", change: settings }] : [open];
}
