/** What the page remembers of the worker's state, so that a crashed worker can be replaced by one like it. */
import type { Checkpoint } from "../../engine/train/checkpoint";
import type { Command, DataSource, EngineChoice, Probe, SessionEvent } from "../protocol";
import type { RunSettings } from "../settings";

type Offer = Pick<Extract<Command, { type: "loadData" }>, "loadId" | "source">;

export interface ClientMemory {
  readonly engine: EngineChoice;
  /** The data in use. */
  readonly source: DataSource;
  /** What was sent and is not yet accepted or rejected. */
  readonly offered: readonly Offer[];
  readonly settings: RunSettings | null;
  /** Whether the run began with fresh weights, and not with those that the page opens with. */
  readonly fresh: boolean;
  readonly probe: Probe | null;
  /** Of the present run; null until the worker has saved it. */
  readonly checkpoint: Checkpoint | null;
  readonly training: boolean;
  readonly runId: number;
}

export const emptyMemory: ClientMemory = {
  engine: "auto",
  source: { kind: "sample" },
  offered: [],
  settings: null,
  fresh: false,
  probe: null,
  checkpoint: null,
  training: false,
  runId: 0,
};

export function afterCommand(memory: ClientMemory, command: Command): ClientMemory {
  switch (command.type) {
    case "open":
    case "setEngine":
      return { ...memory, engine: command.engine };
    case "loadData":
      return { ...memory, offered: [...memory.offered, { loadId: command.loadId, source: command.source }] };
    case "setLearningRate":
      return {
        ...memory,
        settings: memory.settings && { ...memory.settings, learningRate: command.learningRate },
      };
    case "setProbe":
      return { ...memory, probe: command.probe };
    default:
      return memory;
  }
}

const without = ({ offered }: ClientMemory, id: number) => offered.filter(({ loadId }) => loadId !== id);

export function afterEvent(memory: ClientMemory, event: SessionEvent): ClientMemory {
  switch (event.type) {
    case "dataLoaded": {
      const { loadId } = event;
      const offer = memory.offered.find((one) => one.loadId === loadId);
      if (!offer) return memory;
      return { ...memory, source: offer.source, offered: without(memory, offer.loadId) };
    }
    case "dataRejected":
      return { ...memory, offered: without(memory, event.loadId) };
    case "runStarted": {
      const { settings, cause } = event.run;
      const begun = { ...memory, runId: event.runId, settings, training: false };
      // The same run once more: what was saved of it stays until there is something newer.
      if (cause === "resumed") return begun;
      // New data brings its own probe, and a checkpoint belongs to the run it was saved in.
      const probe = cause === "data" ? null : memory.probe;
      return { ...begun, fresh: cause !== "opened", probe, checkpoint: null };
    }
    case "state":
      return { ...memory, training: event.training };
    case "saved":
      return { ...memory, checkpoint: event.checkpoint };
    default:
      return memory;
  }
}

/** The commands that bring a new worker as near as possible to where the last one was. */
export function recoveryCommands(memory: ClientMemory): readonly Command[] {
  const { engine, source, settings, fresh, checkpoint, probe } = memory;
  const commands: Command[] = [];
  if (checkpoint && settings) commands.push({ type: "resume", engine, source, settings, checkpoint });
  else {
    commands.push({ type: "open", engine });
    if (source.kind !== "sample") commands.push({ type: "loadData", loadId: 0, source });
    // Nothing is saved yet, but what was chosen is known.
    if (settings && fresh) commands.push({ type: "configure", settings });
  }
  if (probe !== null) commands.push({ type: "setProbe", probe });
  if (checkpoint && memory.training) commands.push({ type: "train" });
  return commands;
}
