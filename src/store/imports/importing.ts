/** What is done with every import alike: its commands, and the way of what was made ready to the engine. */
import type { ExampleData } from "../../data/exampleData";
import type { FolderEvent } from "../../session/folderProtocol";
import type { PictureEvent } from "../../session/pictureProtocol";
import type { ReaderCommand, ReaderLost } from "../../session/readerProtocol";
import type { TableEvent } from "../../session/tableProtocol";
import { type AnyImport, answersWork } from "./importState";

interface ImportingOptions<State, Command, Event> {
  /** Null while nothing of the kind is being opened. */
  readonly get: () => State | null;
  readonly put: (state: State | null) => void;
  /** To the reader. */
  readonly send: (command: Command | ReaderCommand) => void;
  /** To the engine. The number comes back with what becomes of it. */
  readonly load: (data: ExampleData) => number;
  /** Takes that back. */
  readonly unload: (loadId: number) => void;
  /** Null when there is nothing left to show. */
  readonly after: (state: State, event: Event) => State | null;
  /** What asks for the next thing as soon as it is open. */
  readonly onOpened: () => void;
  /** What asks what would come of the choices; null where that cannot be asked. */
  readonly lookOf: (state: State, readId: number) => NoInfer<Command> | null;
}

export function importing<
  State extends AnyImport,
  Command,
  Event extends TableEvent | FolderEvent | PictureEvent | ReaderLost,
>({ get, put, send, load, unload, after, onOpened, lookOf }: ImportingOptions<State, Command, Event>) {
  let lastReadId = 0;

  /** What is shown changes before the command goes. */
  const begin = (work: "reading" | "preparing", state: State, commandOf: (readId: number) => Command) => {
    const readId = ++lastReadId;
    put({ ...state, work, readId, progress: null, refusal: null });
    send(commandOf(readId));
  };

  const look = () => {
    const state = get();
    if (!state?.opened || state.work) return;
    const lookId = ++lastReadId;
    const command = lookOf(state, lookId);
    if (!command) return;
    put({ ...state, lookId });
    send(command);
  };

  const stop = () => {
    const state = get();
    if (state?.work === "reading" || state?.work === "preparing") send({ type: "cancel" });
    else if (state?.work === "loading" && state.loadId !== null) unload(state.loadId);
  };

  const receive = (event: Event) => {
    const before = get();
    if (!before) return;
    if (event.type === "prepared") {
      if (!answersWork(before, event)) return;
      put({ ...before, work: "loading", progress: null, loadId: load(event.data) });
      return;
    }
    const state = after(before, event);
    if (state === before) return;
    put(state);
    if (event.type === "opened") onOpened();
    // The question that this work was put before has still no answer.
    else if (before.work === "preparing" && state?.work === null && state.lookId !== null) look();
  };

  const close = () => {
    if (get()?.work === "loading") stop();
    put(null);
  };

  return { begin, look, stop, close, receive };
}
