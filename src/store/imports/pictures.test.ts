import { beforeEach, expect, it } from "vitest";
import type { FolderSource } from "../../session/folderProtocol";
import type { PictureCommand } from "../../session/pictureProtocol";
import type { Command } from "../../session/protocol";
import { dataFixture } from "../sessionFixture";
import { createPlayground, type PlaygroundStore } from "../store";
import { defaultImageOptions } from "./pictureImport";
import { sequencesFixture } from "./sequencesFixture";

let sent: Command[];
let asked: PictureCommand[];
let store: PlaygroundStore;
const state = () => store.getState();
const source: FolderSource = { kind: "files", name: "animals", files: [] };
const labels = [
  { label: "cat", count: 3 },
  { label: "dog", count: 2 },
];

beforeEach(() => {
  sent = [];
  asked = [];
  store = createPlayground((command) => sent.push(command), { pictures: (command) => asked.push(command) });
});

/** Opened, with a first look at them. */
function open(): void {
  state().openPictures(source);
  state().receivePictures({ type: "opened", readId: 1, labels, decisions: ["Five."], leftOut: [] });
  state().receivePictures({ type: "previewed", readId: 2, options: defaultImageOptions, pictures: [] });
}

it("opens, shows with other options, prepares, and closes when the new data stands", () => {
  open();
  expect(state().pictures).toMatchObject({
    name: "animals",
    work: null,
    opened: { labels, decisions: ["Five."] },
    shown: { options: defaultImageOptions, pictures: [] },
  });
  state().changePictures({ colour: "colour" });
  const options = { ...defaultImageOptions, colour: "colour" as const };
  // What was shown stays until the new comes.
  expect(state().pictures).toMatchObject({ options, work: null, shown: { options: defaultImageOptions } });
  state().receivePictures({ type: "previewed", readId: 3, options, pictures: [] });
  expect(state().pictures?.shown?.options).toEqual(options);
  state().usePictures();
  state().usePictures();
  const progress = { stage: "preparing", done: 2, total: 4 } as const;
  state().receivePictures({ type: "progress", readId: 4, progress });
  expect(state().pictures).toMatchObject({ work: "preparing", progress });
  state().receivePictures({ type: "prepared", readId: 4, data: sequencesFixture });
  expect(state().pictures?.work).toBe("loading");
  // Nothing can be changed of what the engine is taking.
  state().changePictures({ colour: "grey" });
  state().usePictures();
  expect(state().pictures?.options).toEqual(options);
  expect(asked).toEqual([
    { type: "open", readId: 1, source, labels: null },
    { type: "preview", readId: 2, options: defaultImageOptions },
    { type: "preview", readId: 3, options },
    { type: "prepare", readId: 4, options },
  ]);
  expect(sent).toEqual([
    { type: "loadData", loadId: 1, source: { kind: "prepared", data: sequencesFixture } },
  ]);
  state().receive({ type: "dataLoaded", loadId: 1, data: dataFixture });
  expect(state().pictures).toBeNull();
  expect(asked.at(-1)).toEqual({ type: "close" });
});

it("drops what comes too late, and everything once the dialog is closed", () => {
  open();
  state().usePictures();
  const progress = { stage: "preparing", done: 3, total: 4 } as const;
  state().receivePictures({ type: "progress", readId: 1, progress });
  expect(state().pictures?.progress).toBeNull();
  state().closePictures();
  expect(asked.at(-1)).toEqual({ type: "close" });
  state().receivePictures({ type: "prepared", readId: 3, data: sequencesFixture });
  expect([state().pictures, sent]).toEqual([null, []]);
});

it("keeps what was opened when it is refused or stopped, and says why", () => {
  open();
  state().usePictures();
  state().receivePictures({ type: "refused", readId: 3, problem: "Too many." });
  expect(state().pictures).toMatchObject({ work: null, refusal: "Too many.", opened: { labels } });
  state().usePictures();
  expect(state().pictures?.refusal).toBeNull();
  state().stopPictures();
  expect(asked.at(-1)).toEqual({ type: "cancel" });
  state().receivePictures({ type: "cancelled", readId: 4 });
  expect(state().pictures).toMatchObject({ work: null, refusal: null, opened: { labels } });
  expect(asked).toHaveLength(5);
});

it("shows them as they were to be shown before they were to be prepared, when that is stopped", () => {
  open();
  state().changePictures({ colour: "colour" });
  state().usePictures();
  state().receivePictures({ type: "cancelled", readId: 3 });
  state().stopPictures();
  state().receivePictures({ type: "cancelled", readId: 4 });
  expect(asked.at(-1)).toEqual({
    type: "preview",
    readId: 5,
    options: { ...defaultImageOptions, colour: "colour" },
  });
});

it("says in the dialog why a folder cannot be opened, and asks for another", () => {
  state().choosePictures();
  expect(state().pictures).toMatchObject({ name: "", work: null, opened: null });
  state().openPictures(source);
  state().receivePictures({ type: "refused", readId: 1, problem: "It has no pictures." });
  expect(state().pictures).toMatchObject({ opened: null, work: null, refusal: "It has no pictures." });
  state().changePictures({ width: 8 });
  state().usePictures();
  expect(asked).toHaveLength(1);
});
