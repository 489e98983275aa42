import { beforeEach, expect, test } from "vitest";
import type { SequencesData } from "../data/examples";
import type { SecondRead } from "../data/secondFiles";
import type { AnswerWords } from "../data/takeAlong/answerTable";
import type { FolderCommand, FolderSource } from "../session/folderProtocol";
import type { PictureCommand } from "../session/pictureProtocol";
import type { Command } from "../session/protocol";
import type { TableCommand } from "../session/tableProtocol";
import { message } from "../words/message";
import { forecastFixture } from "./keeping/forecastFixture";
import { createPlayground, type PlaygroundStore } from "./store";

let sent: Command[];
let toTables: TableCommand[];
let toSounds: FolderCommand[];
let toPictures: PictureCommand[];
let store: PlaygroundStore;
const state = () => store.getState();

beforeEach(() => {
  [sent, toTables, toSounds, toPictures] = [[], [], [], []];
  store = createPlayground((command) => sent.push(command), {
    second: (command) => toTables.push(command),
    secondSounds: (command) => toSounds.push(command),
    secondPictures: (command) => toPictures.push(command),
  });
});

const source: FolderSource = { kind: "files", name: "evening", files: [] };
const pictures: SequencesData = {
  kind: "sequences",
  ...{ name: "animals", sizeBytes: 1, decisions: [], suggested: {}, names: ["a"] },
  input: {
    kind: "features",
    features: [{ name: "grey", unit: null, shift: 0, scale: 1 }],
    display: { kind: "image", channels: 1, steps: "rows" },
  },
  answer: { kind: "class", at: "last", labels: ["cat", "dog"] },
  lengths: Int32Array.of(1),
  inputs: Float32Array.of(0),
  answers: Int32Array.of(1),
  train: Int32Array.of(0),
  heldOut: Int32Array.of(),
  files: {
    kind: "pictures",
    labels: null,
    options: { width: 1, height: 1, colour: "grey", steps: "rows", fit: "pad" },
  },
};

const words: AnswerWords = {
  ...{ name: "name", step: "step", series: "series", after: "after", row: "row", ahead: "ahead" },
  ...{ part: "part", heldOut: "held out", future: "future" },
  ...{ trueClass: "true", predictedClass: "predicted", isRight: "right" },
  ...{ labels: [], probabilities: [], truths: [], predictions: [], residuals: [], lows: [], highs: [] },
};
const hold = (data: SequencesData) => store.setState({ source: { kind: "prepared", data } });
const read: SecondRead = {
  notes: [message("second.filesWithoutLabel", { files: 1 })],
  problems: [],
  data: pictures,
};

test("another folder goes to the reader of what the network was trained on, and is shown as it is read", () => {
  hold(pictures);
  state().openSecondFolder(source);
  const [command] = toPictures;
  if (command?.type !== "second") throw new Error("It is read.");
  const { files: way, input, answer } = pictures;
  expect(command).toEqual({
    type: "second",
    readId: command.readId,
    source,
    trained: { way, input, answer },
  });
  expect(toSounds).toEqual([]);
  expect(state().second).toMatchObject({ name: "evening", isBusy: true, share: null, read: null });
  const progress = { stage: "preparing", done: 3, total: 4 } as const;
  state().receiveSecond({ type: "progress", readId: command.readId, progress });
  expect(state().second?.share).toBe(0.75);
  state().receiveSecond({ type: "second", readId: command.readId - 1, read });
  expect(state().second?.read).toBeNull();
  state().receiveSecond({ type: "second", readId: command.readId, read });
  expect(state().second).toMatchObject({ isBusy: false, read });
  state().answerSecond({
    format: { decimal: ".", byteOrderMark: false },
    words,
  });
  expect(sent.at(-1)).toMatchObject({ type: "look", look: "second", second: pictures });
  state().closeSecond();
  expect(state().second).toBeNull();
  expect([toSounds.at(-1), toPictures.at(-1)]).toEqual([{ type: "close" }, { type: "close" }]);
});

test("sounds go to the reader of sounds, a refusal is shown, and what is no folder has none", () => {
  hold({ ...pictures, files: { kind: "sounds", labels: { kind: "nameLetters" } } });
  state().openSecondFolder(source);
  expect(toSounds).toMatchObject([{ type: "second", trained: { way: { labels: { kind: "nameLetters" } } } }]);
  const [command] = toSounds;
  const readId = command.type === "second" ? command.readId : 0;
  const problem = message("second.noneOfKind", { kind: "sounds", name: "evening" });
  state().receiveSecond({ type: "refused", readId, problem });
  expect(state().second).toMatchObject({ isBusy: false, refusal: problem });
  state().closeSecond();
  const { files: _, ...plain } = pictures;
  hold(plain);
  state().openSecondFolder(source);
  expect(state().second).toBeNull();
});

test("another table's times are joined, or left where they stand, as those were that the network was trained on", async () => {
  const file = new File(["day"], "day.csv");
  const data = await forecastFixture();
  if (data.kind === "task" || !data.way) throw new Error("It is of a table.");
  for (const timesJoined of [undefined, true, false]) {
    const way = { ...data.way, ...(timesJoined !== undefined && { timesJoined }) };
    store.setState({ source: { kind: "prepared", data: { ...data, way } } });
    state().openSecond(file);
    const corrections = timesJoined === undefined ? {} : { corrections: { format: { timesJoined } } };
    expect(toTables.at(-1)).toEqual({ type: "open", readId: expect.any(Number), file, ...corrections });
  }
});
