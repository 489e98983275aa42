/** What a table, a folder and pictures do alike on their way to training: each is driven through the store by what its reader says. */
import { beforeEach, describe, expect, it } from "vitest";
import type { SequencesData } from "../../data/examples";
import { defaultPrepareOptions } from "../../data/table/tableTypes";
import type { FolderSource } from "../../session/folderProtocol";
import type { Command, Failure } from "../../session/protocol";
import type { ReaderLost } from "../../session/readerProtocol";
import { message } from "../../words/message";
import { dataFixture } from "../sessionFixture";
import { createPlayground, type PlaygroundStore } from "../store";
import type { AnyImport } from "./importState";
import { sequencesFixture } from "./sequencesFixture";
import { forecastFixture, previewFixture } from "./tableFixture";

const zip: FolderSource = { kind: "zip", file: new File(["…"], "letters.zip") };
const table = new File(["a,b\n1,2"], "a.csv");
const labels = [{ label: "a", count: 2 }];

type Asked = { readonly type: string; readonly readId?: number };
type Outcome =
  | { readonly type: "prepared"; readonly readId: number; readonly data: SequencesData }
  | { readonly type: "refused"; readonly readId: number; readonly problem: string }
  | { readonly type: "cancelled"; readonly readId: number }
  | ReaderLost;

const data = sequencesFixture;

let sent: Command[];
let asked: Asked[];
let withdrawn: Command[];
let store: PlaygroundStore;
const state = () => store.getState();

/** The actions of each under the same names. */
const imports = {
  table: {
    shown: (): AnyImport | null => state().table,
    open: () => state().openTable(table),
    hearOpened: (readId: number) =>
      state().receiveTable({
        type: "opened",
        readId,
        preview: previewFixture,
        questions: [forecastFixture],
        options: defaultPrepareOptions,
      }),
    use: () => state().useTable(),
    hear: (event: Outcome) => state().receiveTable(event),
    stop: () => state().stopTable(),
    close: () => state().closeTable(),
  },
  folder: {
    shown: (): AnyImport | null => state().folder,
    open: () => state().openFolder(zip, "texts"),
    hearOpened: (readId: number) =>
      state().receiveFolder({ type: "opened", readId, labels, decisions: [], leftOut: [] }),
    // It is made ready as soon as it is open.
    use: () => undefined,
    hear: (event: Outcome) => state().receiveFolder(event),
    stop: () => state().stopFolder(),
    close: () => state().closeFolder(),
  },
  pictures: {
    shown: (): AnyImport | null => state().pictures,
    open: () => state().openPictures(zip),
    hearOpened: (readId: number) =>
      state().receivePictures({ type: "opened", readId, labels, decisions: [], leftOut: [] }),
    use: () => state().usePictures(),
    hear: (event: Outcome) => state().receivePictures(event),
    stop: () => state().stopPictures(),
    close: () => state().closePictures(),
  },
};

beforeEach(() => {
  [sent, asked, withdrawn] = [[], [], []];
  const ask = (command: Asked) => asked.push(command);
  store = createPlayground((command) => sent.push(command), {
    table: ask,
    folder: ask,
    pictures: ask,
    withdraw: (isIt) => withdrawn.push(...sent.filter(isIt)),
  });
});

describe.each(["table", "folder", "pictures"] as const)("an import: %s", (name) => {
  const { shown, open, hearOpened, use, hear, stop, close } = imports[name];
  const readId = () => shown()?.readId ?? 0;
  /** Made ready, so that the engine is to take it. */
  const offer = () => {
    open();
    hearOpened(readId());
    use();
    hear({ type: "prepared", readId: readId(), data });
  };

  it("reads, makes ready, and is loaded once", () => {
    open();
    expect(shown()).toMatchObject({ work: "reading", opened: null, refusal: null });
    hearOpened(1);
    expect(shown()?.opened).not.toBeNull();
    use();
    const prepareId = readId();
    expect(asked.find(({ type }) => type === "prepare")?.readId).toBe(prepareId);
    expect(shown()?.work).toBe("preparing");
    hear({ type: "prepared", readId: prepareId, data });
    hear({ type: "prepared", readId: prepareId, data });
    expect(shown()).toMatchObject({ work: "loading", loadId: 1 });
    expect(sent).toEqual([{ type: "loadData", loadId: 1, source: { kind: "prepared", data } }]);
  });

  it("closes, and ends its worker, when the engine has taken its own data and no other", () => {
    offer();
    state().receive({ type: "dataLoaded", loadId: 99, data: dataFixture });
    state().receive({ type: "dataLoaded", loadId: null, data: dataFixture });
    expect(shown()?.work).toBe("loading");
    state().receive({ type: "dataLoaded", loadId: 1, data: dataFixture });
    expect(shown()).toBeNull();
    expect(asked.at(-1)).toEqual({ type: "close" });
  });

  it("takes its data back from the engine when it is stopped or closed", () => {
    offer();
    stop();
    expect(withdrawn).toEqual(sent);
    expect(shown()?.work).toBe("loading");
    state().receive({ type: "withdrawn", command: sent[0] });
    expect(shown()).toMatchObject({ work: null, loadId: null, refusal: null });
    expect(shown()?.opened).not.toBeNull();
    hear({ type: "cancelled", readId: readId() });
    close();
    expect(withdrawn).toEqual(sent);
    offer();
    close();
    expect(shown()).toBeNull();
    expect(withdrawn).toEqual(sent);
  });

  it("says in the dialog why the engine has not taken its data", () => {
    offer();
    state().receive({ type: "dataRejected", loadId: 99, name: "other", message: "Other." });
    expect(state().rejected).toEqual({ name: "other", message: "Other." });
    expect(shown()?.work).toBe("loading");
    state().dismissRejection();
    state().receive({ type: "dataRejected", loadId: 1, name: "letters.zip", message: "No good." });
    expect(shown()).toMatchObject({ work: null, loadId: null, refusal: "No good." });
    expect(shown()?.opened).not.toBeNull();
    expect(state().rejected).toBeNull();
  });

  it("says in the dialog that no network could be made for it, and leaves the run alone", () => {
    const failure: Failure = { kind: "planTooLarge", message: "It needs 9 GB.", advice: "Use fewer units." };
    const diverged: Failure = { kind: "nonFiniteLoss", message: "The loss is NaN.", advice: "Wait." };
    offer();
    state().receive({ type: "failed", failure: diverged });
    expect([shown()?.work, state().failure]).toEqual(["loading", diverged]);
    state().dismissFailure();
    state().receive({ type: "failed", failure });
    expect(shown()).toMatchObject({
      work: null,
      refusal: message("common.sentences", { parts: ["It needs 9 GB.", "Use fewer units."] }),
    });
    expect(state().failure).toBeNull();
  });

  it("says that its worker has crashed while it was read, and can be opened again", () => {
    open();
    hear({ type: "lost", readId: 1, problem: "It stopped." });
    expect(shown()).toMatchObject({ work: null, progress: null, opened: null, refusal: "It stopped." });
    open();
    expect(shown()).toMatchObject({ work: "reading", refusal: null });
  });

  it("says that its worker has crashed while it was made ready, and offers nothing that is gone", () => {
    open();
    hearOpened(1);
    use();
    hear({ type: "lost", readId: readId(), problem: "It stopped." });
    const before = asked.length;
    expect(shown()).toMatchObject({ work: null, opened: null, refusal: "It stopped." });
    use();
    expect(asked).toHaveLength(before);
  });

  it("does not need its worker any more while the engine takes its data", () => {
    offer();
    hear({ type: "lost", readId: readId(), problem: "It stopped." });
    expect(shown()).toMatchObject({ work: "loading", refusal: null });
    state().receive({ type: "dataLoaded", loadId: 1, data: dataFixture });
    expect(shown()).toBeNull();
  });

  it("that is closed hears nothing more", () => {
    open();
    close();
    expect(asked.at(-1)).toEqual({ type: "close" });
    hearOpened(1);
    hear({ type: "lost", readId: 1, problem: "It stopped." });
    expect(shown()).toBeNull();
  });

  it("of two in a row is the second, whatever is said of the first", () => {
    open();
    open();
    expect(asked.map(({ type, readId: id }) => `${type} ${id}`)).toEqual(["open 1", "open 2"]);
    hear({ type: "cancelled", readId: 1 });
    hear({ type: "refused", readId: 1, problem: "Too late." });
    hearOpened(1);
    expect(shown()).toMatchObject({ work: "reading", readId: 2, refusal: null, opened: null });
  });
});
