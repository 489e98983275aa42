import { beforeEach, describe, expect, it } from "vitest";
import type { FolderCommand, FolderSource } from "../../session/folderProtocol";
import type { Command } from "../../session/protocol";
import { message, sentences } from "../../words/message";
import { dataFixture } from "../sessionFixture";
import { createPlayground, type PlaygroundStore } from "../store";
import { unitInUse } from "./folder";
import { sequencesFixture } from "./sequencesFixture";

const letters: FolderSource = { kind: "zip", file: new File(["…"], "letters.zip") };
const labels = [
  { label: "a", count: 1 },
  { label: "b", count: 1 },
];

const data = sequencesFixture;

let sent: Command[];
let asked: FolderCommand[];
let store: PlaygroundStore;
const state = () => store.getState();

beforeEach(() => {
  sent = [];
  asked = [];
  store = createPlayground((command) => sent.push(command), { folder: (command) => asked.push(command) });
});

/** What the engine says when it has taken the last data that it was given. */
function take(): void {
  const last = sent.findLast((command) => command.type === "loadData");
  if (!last) throw new Error("Nothing was loaded.");
  state().receive({ type: "dataLoaded", loadId: last.loadId, data: dataFixture });
}

const openedAs = (readId: number) =>
  state().receiveFolder({ type: "opened", readId, labels, decisions: ["Two texts."], leftOut: [] });

describe("a folder", () => {
  it("is opened and made ready as it was chosen, and closes when the new data stands", () => {
    state().chooseFolder();
    state().setFolderUnit("characters");
    state().openFolder(letters, "texts");
    expect(asked).toEqual([{ type: "open", readId: 1, source: letters, content: "texts", labels: null }]);
    expect(state().folder).toMatchObject({ name: "letters.zip", content: "texts", work: "reading" });
    openedAs(1);
    expect(asked[1]).toEqual({ type: "prepare", readId: 2, options: { unit: "characters" } });
    expect(state().folder).toMatchObject({
      work: "preparing",
      opened: { labels, decisions: ["Two texts."] },
    });
    const progress = { stage: "preparing", done: 3, total: 9 } as const;
    state().receiveFolder({ type: "progress", readId: 2, progress });
    expect(state().folder?.progress).toEqual(progress);
    state().receiveFolder({ type: "prepared", readId: 2, data });
    expect(state().folder).toMatchObject({ work: "loading", loadId: 1, progress: null });
    expect(sent).toEqual([{ type: "loadData", loadId: 1, source: { kind: "prepared", data } }]);
    take();
    expect(state().folder).toBeNull();
    expect(state().usedFolder).toEqual({
      source: letters,
      content: "texts",
      options: { unit: "characters" },
      labels: null,
    });
    expect(asked[2]).toEqual({ type: "close" });
  });

  it("that is cut off says so as soon as it is open", () => {
    const cut = message("reading.beyond", { files: 1, first: "b/2.txt" });
    state().openFolder(letters, "texts");
    state().receiveFolder({ type: "opened", readId: 7, labels, decisions: [cut], leftOut: [cut] });
    expect(state().notices).toEqual([]);
    state().receiveFolder({ type: "opened", readId: 1, labels, decisions: [cut], leftOut: [cut] });
    expect(state().notices.map(({ text }) => text)).toEqual([sentences([cut])]);
  });

  it("that is cut off says so when its labels are asked for, and not again when they are chosen", () => {
    const cut = message("reading.beyond", { files: 1, first: "b/2.txt" });
    const named = { kind: "fileName" } as const;
    const options = [{ source: named, labels: 2, examples: [] }];
    state().openFolder(letters, "texts");
    state().receiveFolder({ type: "asked", readId: 1, options, leftOut: [cut] });
    expect(state().notices.map(({ text }) => text)).toEqual([sentences([cut])]);
    for (const { id } of state().notices) state().dismissNotice(id);
    state().chooseFolderLabels(named);
    state().receiveFolder({ type: "opened", readId: 2, labels, decisions: [cut], leftOut: [cut] });
    expect(state().folder?.opened).toMatchObject({ labels });
    expect(state().notices).toEqual([]);
  });

  it("that cannot be used leaves everything as it was, and says why", () => {
    state().openFolder(letters, "sounds");
    state().receiveFolder({ type: "refused", readId: 1, problem: "There are no sounds." });
    expect(state().folder).toMatchObject({ work: null, refusal: "There are no sounds." });
    state().refuseFolder("empty", "There is nothing in it.");
    expect(state().folder).toMatchObject({ name: "empty", work: null, refusal: "There is nothing in it." });
    expect(sent).toEqual([]);
  });

  it("that is of no use stops the one that is being read", () => {
    state().openFolder(letters, "texts");
    state().refuseFolder("empty", "There is nothing in it.");
    expect(asked.at(-1)).toEqual({ type: "cancel" });
    state().receiveFolder({ type: "cancelled", readId: 1 });
    openedAs(1);
    expect(state().folder).toMatchObject({ name: "empty", opened: null, refusal: "There is nothing in it." });
    expect(asked).toHaveLength(2);
  });

  it("can be stopped, and keeps how texts are to be read", () => {
    state().chooseFolder();
    state().setFolderUnit("characters");
    state().openFolder(letters, "texts");
    openedAs(1);
    state().stopFolder();
    expect(asked.at(-1)).toEqual({ type: "cancel" });
    state().receiveFolder({ type: "cancelled", readId: 2 });
    expect(state().folder).toMatchObject({ work: null, refusal: null, options: { unit: "characters" } });
    expect(asked).toHaveLength(3);
  });

  it("that is closed while it is read is not loaded", () => {
    state().openFolder(letters, "sounds");
    openedAs(1);
    state().closeFolder();
    expect(asked.at(-1)).toEqual({ type: "close" });
    state().receiveFolder({ type: "prepared", readId: 2, data });
    expect([state().folder, sent]).toEqual([null, []]);
  });

  it("that was opened anew is not changed by what comes for the one before", () => {
    state().openFolder(letters, "sounds");
    state().openFolder(letters, "texts");
    state().receiveFolder({ type: "refused", readId: 1, problem: "Too late." });
    openedAs(1);
    expect(state().folder).toMatchObject({ readId: 2, refusal: null, opened: null, work: "reading" });
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

  it("loads the text in use once more, its lines shuffled, and as they stand", () => {
    state().loadData({ kind: "pasted", text: "a\nb", unit: "words" });
    take();
    state().orderLines("shuffled");
    const source = { kind: "pasted", text: "a\nb", unit: "words" };
    expect(sent.at(-1)).toMatchObject({ source: { ...source, lines: "shuffled" } });
    take();
    state().orderLines("asItStands");
    expect(sent.at(-1)).toMatchObject({ source });
    expect(sent.at(-1)).not.toHaveProperty("source.lines");
  });

  it("reads the folder of texts in use once more, and no folder when other data is in use", () => {
    state().openFolder(letters, "texts");
    openedAs(1);
    state().receiveFolder({ type: "prepared", readId: 2, data });
    // Not yet in use.
    expect(unitInUse(state())).toBe("characters");
    take();
    expect(unitInUse(state())).toBe("words");
    state().readTextsAs("characters");
    expect(asked.at(-1)).toEqual({
      type: "open",
      readId: 3,
      source: letters,
      content: "texts",
      labels: null,
    });
    openedAs(3);
    expect(asked.at(-1)).toEqual({ type: "prepare", readId: 4, options: { unit: "characters" } });
    state().receiveFolder({ type: "prepared", readId: 4, data });
    take();
    // Another encoding is kept when they are read by words, until it is to be found again.
    state().readTextsFrom("windows-1251");
    openedAs(5);
    const chosen = { unit: "characters", encoding: "windows-1251" };
    expect(asked.at(-1)).toEqual({ type: "prepare", readId: 6, options: chosen });
    state().receiveFolder({ type: "prepared", readId: 6, data });
    take();
    expect(state().usedFolder?.options).toEqual(chosen);
    state().readTextsAs("words");
    openedAs(7);
    expect(asked.at(-1)).toMatchObject({ options: { unit: "words", encoding: "windows-1251" } });
    state().readTextsFrom(null);
    openedAs(9);
    expect(asked.at(-1)).toEqual({ type: "prepare", readId: 10, options: { unit: "characters" } });
    state().closeFolder();
    state().loadData({ kind: "generated", sample: "weather" });
    take();
    expect(unitInUse(state())).toBeNull();
    const before = [asked.length, sent.length];
    state().readTextsAs("words");
    expect([asked.length, sent.length]).toEqual(before);
  });

  it("has nothing to choose where sounds are in use", () => {
    state().openFolder(letters, "sounds");
    openedAs(1);
    state().receiveFolder({ type: "prepared", readId: 2, data });
    take();
    expect(unitInUse(state())).toBeNull();
  });
});
