/** What the page remembers of the worker's state, so that a crashed worker can be replaced by one like it. */
import type { Checkpoint } from "../engine/train/checkpoint";
import type { Command, DataSummary, EngineChoice, SessionEvent, TextSource } from "./protocol";
import type { RunSettings } from "./settings";

export interface ClientMemory {
  readonly engine: EngineChoice;
  /** The text in use. */
  readonly source: TextSource;
  /** Texts that were sent and are not yet accepted or rejected, oldest first. */
  readonly offered: readonly TextSource[];
  readonly settings: RunSettings | null;
  readonly probe: string | null;
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
    case "loadText":
      return { ...memory, offered: [...memory.offered, command.source] };
    case "setLearningRate":
      return {
        ...memory,
        settings: memory.settings && { ...memory.settings, learningRate: command.learningRate },
      };
    case "setProbe":
      return { ...memory, probe: command.text };
    default:
      return memory;
  }
}

const isOf = (source: TextSource, data: DataSummary) =>
  source.kind === data.kind && (source.kind !== "file" || source.file.name === data.name);

/** The text that was accepted, and those that were offered after it. */
function accepted(memory: ClientMemory, data: DataSummary): Pick<ClientMemory, "source" | "offered"> {
  const index = memory.offered.findLastIndex((source) => isOf(source, data));
  if (index < 0) return memory;
  return { source: memory.offered[index], offered: memory.offered.slice(index + 1) };
}

export function afterEvent(memory: ClientMemory, event: SessionEvent): ClientMemory {
  switch (event.type) {
    case "dataLoaded":
      return { ...memory, ...accepted(memory, event.data) };
    case "dataRejected":
      return { ...memory, offered: memory.offered.slice(1) };
    case "runStarted": {
      const { settings, cause } = event.run;
      // A new text brings its own probe, and a checkpoint belongs to the run it was saved in.
      const probe = cause === "data" ? null : memory.probe;
      return { ...memory, runId: event.runId, settings, probe, checkpoint: null, training: false };
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
  const { engine, source, settings, checkpoint, probe } = memory;
  const commands: Command[] = [];
  if (checkpoint && settings) commands.push({ type: "resume", engine, source, settings, checkpoint });
  else {
    commands.push({ type: "open", engine });
    if (source.kind !== "sample") commands.push({ type: "loadText", source });
  }
  if (probe !== null) commands.push({ type: "setProbe", text: probe });
  if (checkpoint && memory.training) commands.push({ type: "train" });
  return commands;
}
