import { beforeEach, describe, expect, it } from "vitest";
import type { SequencesData } from "../../data/examples";
import type { FolderCommand, FolderSource } from "../../session/folderProtocol";
import type { Command } from "../../session/protocol";
import { dataFixture } from "../sessionFixture";
import { createPlayground, type PlaygroundStore } from "../store";
import { unitInUse } from "./folder";

const letters: FolderSource = { kind: "zip", file: new File(["…"], "letters.zip") };
const one = Int32Array.of(0);
const data: SequencesData = {
  kind: "sequences",
  name: "letters.zip",
  sizeBytes: 1,
  decisions: [],
  suggested: {},
  input: { kind: "symbols", symbols: ["kind", "harsh"] },
  answer: { kind: "class", at: "last", labels: ["a", "b"] },
  lengths: one,
  inputs: one,
  answers: one,
  names: ["a/1.txt"],
  train: one,
  heldOut: one,
};

let sent: Command[];
let asked: FolderCommand[];
let store: PlaygroundStore;
const state = () => store.getState();

beforeEach(() => {
  sent = [];
  asked = [];
  store = createPlayground(
    (command) => sent.push(command),
    () => undefined,
    (command) => asked.push(command),
  );
});

/** What the engine says when it has taken the last data that it was given. */
function take(): void {
  const last = sent.findLast((command) => command.type === "loadData");
  if (!last) throw new Error("Nothing was loaded.");
  state().receive({ type: "dataLoaded", runId: 1, loadId: last.loadId, data: dataFixture });
}

describe("a folder", () => {
  it("is read as it was chosen, and loaded when that is done", () => {
    state().chooseFolder();
    state().setFolderUnit("characters");
    state().openFolder(letters, "texts");
    expect(asked).toEqual([
      { type: "read", readId: 1, source: letters, content: { kind: "texts", unit: "characters" } },
    ]);
    state().receiveFolder({ type: "progress", readId: 1, done: 3, total: 9 });
    expect(state().folder).toMatchObject({ name: "letters.zip", progress: { done: 3, total: 9 } });
    state().receiveFolder({ type: "prepared", readId: 1, data });
    expect(state().folder).toBeNull();
    expect(sent).toEqual([{ type: "loadData", loadId: 1, source: { kind: "prepared", data } }]);
  });

  it("that cannot be used leaves everything as it was, and says why", () => {
    state().openFolder(letters, "sounds");
    state().receiveFolder({ type: "refused", readId: 1, problem: "There are no sounds." });
    expect(state().folder).toMatchObject({ progress: null, refusal: "There are no sounds." });
    expect(sent).toEqual([]);
  });

  it("that is closed while it is read is not loaded", () => {
    state().openFolder(letters, "sounds");
    state().closeFolder();
    expect(asked.at(-1)).toEqual({ type: "cancel" });
    state().receiveFolder({ type: "prepared", readId: 1, data });
    expect([state().folder, sent]).toEqual([null, []]);
  });

  it("that was opened anew is not changed by what comes for the one before", () => {
    state().openFolder(letters, "sounds");
    state().openFolder(letters, "texts");
    state().receiveFolder({ type: "refused", readId: 1, problem: "Too late." });
    expect(state().folder).toMatchObject({ readId: 2, refusal: null, progress: { done: 0 } });
  });
});

describe("readTextsAs", () => {
  it("loads the text in use once more, by words", () => {
    expect(unitInUse(state())).toBe("characters");
    state().loadData({ kind: "pasted", text: "some words" });
    // Not yet in use.
    state().readTextsAs("words");
    expect(sent.at(-1)).toMatchObject({ source: { kind: "sample", unit: "words" } });
    state().loadData({ kind: "pasted", text: "some words" });
    take();
    state().readTextsAs("words");
    expect(sent.at(-1)).toMatchObject({ source: { kind: "pasted", text: "some words", unit: "words" } });
    take();
    expect(unitInUse(state())).toBe("words");
    const before = sent.length;
    state().readTextsAs("words");
    expect(sent).toHaveLength(before);
  });

  it("reads the folder of texts in use once more, and no folder when other data is in use", () => {
    state().openFolder(letters, "texts");
    state().receiveFolder({ type: "prepared", readId: 1, data });
    take();
    expect(unitInUse(state())).toBe("words");
    state().readTextsAs("characters");
    expect(asked.at(-1)).toEqual({
      type: "read",
      readId: 2,
      source: letters,
      content: { kind: "texts", unit: "characters" },
    });
    state().loadData({ kind: "generated", sample: "weather" });
    take();
    expect(unitInUse(state())).toBeNull();
    state().readTextsAs("words");
    expect(asked).toHaveLength(2);
  });
});
