import { beforeEach, expect, it } from "vitest";
import type { SequencesData } from "../../data/examples";
import type { FolderSource } from "../../session/folderProtocol";
import type { PictureCommand } from "../../session/pictureProtocol";
import type { Command } from "../../session/protocol";
import { createPlayground, type PlaygroundStore } from "../store";
import { defaultImageOptions } from "./pictureImport";

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
  store = createPlayground(
    (command) => sent.push(command),
    undefined,
    undefined,
    (command) => asked.push(command),
  );
});

/** Opened, with a first look at them. */
function open(): void {
  state().openPictures(source);
  state().receivePictures({ type: "opened", readId: 1, name: "animals", labels, decisions: ["Five."] });
  state().receivePictures({ type: "previewed", readId: 1, options: defaultImageOptions, pictures: [] });
}

const emptyData: SequencesData = {
  kind: "sequences",
  name: "animals",
  sizeBytes: 0,
  decisions: [],
  suggested: {},
  input: { kind: "symbols", symbols: [] },
  answer: { kind: "class", at: "last", labels: ["cat", "dog"] },
  lengths: new Int32Array(),
  inputs: new Int32Array(),
  answers: new Int32Array(),
  names: [],
  train: new Int32Array(),
  heldOut: new Int32Array(),
};

it("opens, shows with other options, prepares and loads", () => {
  open();
  expect(state().pictures).toMatchObject({ name: "animals", work: null, opened: { labels } });
  state().changePictures({ colour: "colour" });
  const options = { ...defaultImageOptions, colour: "colour" as const };
  // What was shown stays until the new comes.
  expect(state().pictures).toMatchObject({
    options,
    work: "showing",
    shown: { options: defaultImageOptions },
  });
  state().usePictures();
  state().receivePictures({ type: "progress", readId: 3, share: 0.5 });
  expect(state().pictures).toMatchObject({ work: "preparing", share: 0.5 });
  state().receivePictures({ type: "prepared", readId: 3, data: emptyData });
  expect(state().pictures).toBeNull();
  expect(asked).toEqual([
    { type: "open", readId: 1, source, options: defaultImageOptions },
    { type: "preview", readId: 2, options },
    { type: "prepare", readId: 3, options },
  ]);
  expect(sent).toEqual([{ type: "loadData", loadId: 1, source: { kind: "prepared", data: emptyData } }]);
});

it("drops what comes too late, and everything once the dialog is closed", () => {
  open();
  state().usePictures();
  state().receivePictures({ type: "progress", readId: 1, share: 0.9 });
  expect(state().pictures?.share).toBe(0);
  state().closePictures();
  expect(asked.at(-1)).toEqual({ type: "cancel" });
  state().receivePictures({ type: "prepared", readId: 2, data: emptyData });
  expect([state().pictures, sent]).toEqual([null, []]);
});

it("keeps what was opened when it is refused or stopped, and says why", () => {
  open();
  state().usePictures();
  state().receivePictures({ type: "refused", readId: 2, problem: "Too many." });
  expect(state().pictures).toMatchObject({ work: null, refusal: "Too many.", opened: { labels } });
  state().usePictures();
  expect(state().pictures?.refusal).toBeNull();
  state().stopPictures();
  state().receivePictures({ type: "cancelled", readId: 3 });
  expect(state().pictures).toMatchObject({ work: null, refusal: null, opened: { labels } });
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
