import { beforeEach, describe, expect, it } from "vitest";
import type { ExampleData } from "../../data/exampleData";
import {
  defaultPrepareOptions,
  type PrepareOptions,
  type TablePreview,
  type TableProblem,
  type TableQuestion,
} from "../../data/table/tableTypes";
import type { Command } from "../../session/protocol";
import type { TableCommand, TableEvent } from "../../session/tableProtocol";
import { message } from "../../words/message";
import { dataFixture, runFixture } from "../sessionFixture";
import { createPlayground, type PlaygroundStore } from "../store";
import { forecastFixture, labelStepsFixture, previewFixture } from "./tableFixture";

let sent: Command[];
let asked: TableCommand[];
let store: PlaygroundStore;
const state = () => store.getState();
const table = () => state().table;
const file = new File(["day,temperature,rain\n"], "weather.csv");
const last = () => asked[asked.length - 1];
const readId = () => {
  const command = last();
  if (!("readId" in command)) throw new Error(`${command.type} has no id.`);
  return command.readId;
};
const hear = (event: TableEvent) => state().receiveTable(event);
const questions = [forecastFixture, labelStepsFixture];
const read = (
  change: Partial<TablePreview> = {},
  guessed: readonly TableQuestion[] = questions,
  options: PrepareOptions = defaultPrepareOptions,
) =>
  hear({
    type: "opened",
    readId: readId(),
    preview: { ...previewFixture, ...change },
    questions: guessed,
    options,
  });
const readBeginning = (change: Partial<TablePreview> = {}) =>
  hear({
    type: "beginning",
    readId: readId(),
    preview: { ...previewFixture, ...change, partial: true },
  });
const stop: TableProblem = {
  kind: "constantLabel",
  severity: "stops",
  message: message("table.constantLabel", { column: "rain", label: "wet", row: 2 }),
  row: 2,
  column: "rain",
  count: 50,
  choices: [],
};
/** What was asked is answered as it is. */
const checked = (problems: readonly TableProblem[] = []) => {
  const command = last();
  if (command.type !== "check") throw new Error(`${command.type} is no check.`);
  const { question, options } = command;
  const decisions = [message("table.filledNotMeasured")];
  hear({ type: "checked", readId: readId(), question, options, problems, decisions });
};
const data: ExampleData = { kind: "task", task: "copy", parameters: {}, seed: 1 };

/** Opened, read and checked. */
function opened(): void {
  state().openTable(file);
  read();
  checked();
}

beforeEach(() => {
  sent = [];
  asked = [];
  store = createPlayground((command) => sent.push(command), { table: (command) => asked.push(command) });
});

describe("opening", () => {
  it("reads, asks the likeliest question, and has it checked", () => {
    state().openTable(file);
    expect(asked).toEqual([{ type: "open", readId: 1, file, corrections: {} }]);
    const progress = { stage: "reading", done: 500, total: 1000 } as const;
    hear({ type: "progress", readId: 1, progress });
    expect(table()?.progress).toEqual(progress);
    readBeginning({ rowCount: 9 });
    expect(table()).toMatchObject({ work: "reading", opened: null, question: null });
    expect(table()?.preview?.rowCount).toBe(9);
    read();
    expect(table()).toMatchObject({ work: null, progress: null, question: forecastFixture });
    expect(last()).toEqual({
      type: "check",
      readId: 2,
      question: forecastFixture,
      options: defaultPrepareOptions,
    });
    checked();
    expect(table()?.check).toEqual({ problems: [], decisions: [message("table.filledNotMeasured")] });
  });

  it("follows the options that the reader suggests, until the user has chosen some", () => {
    const rising: PrepareOptions = { ...defaultPrepareOptions, scaling: "minMax" };
    state().openTable(file);
    read({}, questions, rising);
    expect(last()).toMatchObject({ type: "check", options: rising });
    state().changeTable({ kind: "type", column: 2, type: { kind: "category" } });
    read();
    expect(table()?.options).toEqual(defaultPrepareOptions);
    state().changeTable({ kind: "options", options: { scaling: "none" } });
    state().changeTable({ kind: "type", column: 2, type: { kind: "number" } });
    read({}, questions, rising);
    expect(table()?.options.scaling).toBe("none");
  });

  it("hears nothing of an earlier reading", () => {
    state().openTable(file);
    state().openTable(new File([], "other.csv"));
    hear({ type: "cancelled", readId: 1 });
    hear({
      type: "opened",
      readId: 1,
      preview: previewFixture,
      questions,
      options: defaultPrepareOptions,
    });
    expect(table()).toMatchObject({ work: "reading", preview: null });
    expect(table()?.file.name).toBe("other.csv");
  });

  it("says in the dialog why a file cannot be read, and leaves the data in use alone", () => {
    state().receive({ type: "dataLoaded", loadId: null, data: dataFixture });
    state().openTable(file);
    hear({ type: "refused", readId: 1, problem: message("table.emptyFile", { name: "weather.csv" }) });
    expect(table()).toMatchObject({
      work: null,
      refusal: message("table.emptyFile", { name: "weather.csv" }),
      preview: null,
    });
    expect(state().data).toBe(dataFixture);
    expect(sent).toEqual([]);
  });

  it("closes when the first reading is stopped", () => {
    state().openTable(file);
    readBeginning();
    state().stopTable();
    expect(last()).toEqual({ type: "cancel" });
    hear({ type: "cancelled", readId: 1 });
    expect(table()).toBeNull();
    expect(last()).toEqual({ type: "close" });
  });

  it("ends the reader when the dialog is closed", () => {
    state().openTable(file);
    state().closeTable();
    expect(asked.slice(1)).toEqual([{ type: "close" }]);
  });
});

describe("correcting", () => {
  it("sends all corrections so far, and goes back to those in force when the last is refused", () => {
    opened();
    state().changeTable({ kind: "type", column: 2, type: { kind: "category" } });
    const types = { 2: { kind: "category" } } as const;
    expect(last()).toEqual({ type: "correct", readId: 3, corrections: { types } });
    read();
    state().changeTable({ kind: "format", format: { decimal: "," } });
    expect(last()).toMatchObject({ corrections: { types, format: { decimal: "," } } });
    hear({ type: "refused", readId: readId(), problem: message("table.notOpen") });
    expect(table()).toMatchObject({ refusal: message("table.notOpen"), work: null });
    expect(table()?.corrections).toEqual({ types });
  });

  it("corrects the whole once all of it is read, and until then begins again", () => {
    state().openTable(file);
    readBeginning();
    state().changeTable({ kind: "format", format: { encoding: "windows-1252" } });
    expect(last()).toEqual({
      type: "open",
      readId: 2,
      file,
      corrections: { format: { encoding: "windows-1252" } },
    });
    hear({ type: "cancelled", readId: 1 });
    expect(table()?.work).toBe("reading");
  });

  it("shows the whole table again when a new reading of it is stopped", () => {
    opened();
    state().changeTable({ kind: "format", format: { delimiter: ";" } });
    readBeginning({ columns: previewFixture.columns.slice(0, 1) });
    expect(table()?.preview?.columns).toHaveLength(1);
    hear({ type: "cancelled", readId: readId() });
    expect(table()).toMatchObject({ work: null, preview: previewFixture, corrections: {} });
  });

  it("forgets the types of columns that another delimiter makes others", () => {
    opened();
    state().changeTable({ kind: "type", column: 2, type: { kind: "text" } });
    read();
    state().changeTable({ kind: "format", format: { delimiter: ";" } });
    expect(last()).toMatchObject({ corrections: { format: { delimiter: ";" } } });
    expect(table()?.corrections.types).toBeUndefined();
  });

  it("is brought to even steps, of which what follows is proposed anew, and the rest stays as it was chosen", () => {
    opened();
    const even = { time: [0], id: null, spacing: { unit: "week", count: 1 }, how: "sum" } as const;
    const mine = { ...forecastFixture, targets: [2], inputs: [1], horizon: 3, window: 99 };
    state().changeTable({ kind: "question", question: mine });
    checked();
    state().changeTable({ kind: "even", even });
    expect(last()).toMatchObject({ type: "correct", corrections: { even } });
    const weekly = { ...forecastFixture, window: 26, period: 52 };
    read({ even }, [weekly, labelStepsFixture]);
    expect(table()?.question).toEqual({ ...weekly, targets: [2], inputs: [1], horizon: 3 });
    // Season and window are those of the other column.
    expect(last()).toMatchObject({ type: "check", before: weekly, question: { targets: [2], window: 26 } });
    checked();
    expect(table()).toMatchObject({ chosen: "question", before: null });
    // Steps are those of the series and the time that are asked about.
    const now = table()?.question;
    if (now?.kind !== "forecast") throw new Error("A forecast is asked for.");
    state().changeTable({ kind: "question", question: { ...now, id: 1 } });
    expect(last()).toMatchObject({ type: "correct", corrections: { even: { ...even, id: 1 } } });
    read({ even: { ...even, id: 1 } }, [weekly]);
    checked();
    state().changeTable({ kind: "question", question: { ...now, time: [] } });
    expect(last()).toEqual({ type: "correct", readId: readId(), corrections: {} });
  });

  it("has all of a time in its first column while it is in even steps", () => {
    opened();
    const question = { ...forecastFixture, time: [0, 1] };
    state().changeTable({ kind: "question", question });
    const even = { time: [0, 1], id: null, spacing: { unit: "day", count: 1 }, how: "mean" } as const;
    state().changeTable({ kind: "even", even });
    expect(table()?.question).toMatchObject({ time: [0] });
    read({ even }, questions);
    checked();
    state().changeTable({ kind: "even", even: { ...even, how: "last" } });
    expect(last()).toMatchObject({ corrections: { even: { time: [0, 1], how: "last" } } });
    read({ even: { ...even, how: "last" } }, questions);
    state().changeTable({ kind: "even", even: null });
    expect(table()?.question).toMatchObject({ time: [0, 1] });
  });

  it("has only some of its rows read, until all are again or its columns are others", () => {
    opened();
    const filter = { kind: "values", column: 2, values: ["wet"] } as const;
    state().changeTable({ kind: "filter", filter });
    expect(last()).toMatchObject({ type: "correct", corrections: { filter } });
    // What is proposed of these rows is asked.
    read({ filter: { filter, of: 50, kept: 9, values: [] }, rowCount: 9 }, [labelStepsFixture]);
    expect(table()?.question).toBe(labelStepsFixture);
    state().changeTable({ kind: "format", format: { decimal: "," } });
    expect(last()).toMatchObject({ corrections: { filter, format: { decimal: "," } } });
    read();
    state().changeTable({ kind: "filter", filter: null });
    expect(table()?.corrections).toEqual({ format: { decimal: "," } });
    read();
    state().changeTable({ kind: "filter", filter });
    read();
    state().changeTable({ kind: "format", format: { delimiter: ";" } });
    expect(table()?.corrections.filter).toBeUndefined();
  });

  it("follows the guess until the user has chosen a question", () => {
    opened();
    state().changeTable({ kind: "type", column: 2, type: { kind: "category" } });
    read({}, [labelStepsFixture, forecastFixture]);
    expect(table()?.question).toBe(labelStepsFixture);
  });

  it("keeps the kind that was chosen, with what is guessed for it now", () => {
    opened();
    state().chooseQuestionKind(labelStepsFixture);
    state().changeTable({ kind: "type", column: 0, type: { kind: "category" } });
    const better = { ...labelStepsFixture, label: 0, time: [] };
    read({}, [forecastFixture, better]);
    expect(table()?.question).toEqual(better);
  });

  it("keeps a question that was changed as long as its columns are there", () => {
    opened();
    const mine = { ...forecastFixture, horizon: 3 };
    state().changeTable({ kind: "question", question: mine });
    state().changeTable({ kind: "format", format: { decimal: "," } });
    read();
    expect(table()?.question).toEqual(mine);
    state().changeTable({ kind: "format", format: { delimiter: ";" } });
    read({ columns: previewFixture.columns.slice(0, 2) }, [{ ...forecastFixture, inputs: [] }]);
    expect(table()?.question).toEqual({ ...forecastFixture, inputs: [] });
  });

  it("has changed options checked, and drops the answer to the question before", () => {
    opened();
    state().changeTable({ kind: "options", options: { missing: "drop" } });
    const first = readId();
    state().changeTable({ kind: "options", options: { scaling: "none" } });
    expect(last()).toMatchObject({
      type: "check",
      options: { ...defaultPrepareOptions, missing: "drop", scaling: "none" },
    });
    const late = {
      question: forecastFixture,
      options: defaultPrepareOptions,
      problems: [stop],
      decisions: [],
    };
    hear({ type: "checked", readId: first, ...late });
    expect(table()?.check?.problems).toEqual([]);
  });

  it("takes over what follows from another column, and cannot be used until it has", () => {
    opened();
    const other = { ...forecastFixture, targets: [2], inputs: [1] };
    state().changeTable({ kind: "question", question: other });
    expect(last()).toMatchObject({ type: "check", question: other, before: forecastFixture });
    state().changeTable({ kind: "question", question: { ...other, horizon: 2 } });
    expect(last()).toMatchObject({ question: { targets: [2], horizon: 2 }, before: forecastFixture });
    state().useTable();
    expect(asked.some(({ type }) => type === "prepare")).toBe(false);
    const followed = { ...other, horizon: 2, period: 7, window: 14 };
    const scaled: PrepareOptions = { ...defaultPrepareOptions, scaling: "minMax" };
    hear({
      type: "checked",
      readId: readId(),
      question: followed,
      options: scaled,
      problems: [],
      decisions: [],
    });
    expect(table()).toMatchObject({ question: followed, options: scaled, before: null });
    state().useTable();
    expect(last()).toMatchObject({ type: "prepare", question: followed, options: scaled });
  });

  it("asks nothing to follow from a number of rows", () => {
    opened();
    state().changeTable({ kind: "question", question: { ...forecastFixture, window: 9 } });
    expect(last()).not.toHaveProperty("before");
  });
});

describe("using it", () => {
  /** Made ready, so that the engine is to take it. */
  const offer = () => {
    state().useTable();
    hear({ type: "prepared", readId: readId(), data });
  };

  it("prepares it once, however often it is pressed, and closes when the new data stands", () => {
    opened();
    state().useTable();
    state().useTable();
    expect(asked.filter(({ type }) => type === "prepare")).toHaveLength(1);
    hear({ type: "prepared", readId: readId(), data });
    state().useTable();
    expect(sent).toEqual([{ type: "loadData", loadId: 1, source: { kind: "prepared", data } }]);
    expect(table()?.work).toBe("loading");
    state().receive({ type: "dataLoaded", loadId: 1, data: dataFixture });
    expect(table()).toBeNull();
    expect(last()).toEqual({ type: "close" });
    expect(state().usedTable).toEqual({
      file,
      preview: previewFixture,
      corrections: {},
      question: forecastFixture,
      options: defaultPrepareOptions,
    });
  });

  it("does nothing while something stops it", () => {
    opened();
    state().chooseQuestionKind(labelStepsFixture);
    checked([stop]);
    state().useTable();
    expect(asked.some(({ type }) => type === "prepare")).toBe(false);
  });

  it("says in the dialog what the engine or the reader has against it", () => {
    opened();
    state().useTable();
    hear({ type: "refused", readId: readId(), problem: message("table.notPrepared") });
    expect(table()).toMatchObject({ work: null, refusal: message("table.notPrepared") });
    offer();
    state().receive({ type: "dataRejected", loadId: 1, name: "weather.csv", message: "No good." });
    expect(table()).toMatchObject({ work: null, refusal: "No good.", loadId: null });
    expect(state().rejected).toBeNull();
    offer();
    state().receive({
      type: "failed",
      failure: { kind: "planTooLarge", message: "It needs 9 GB.", advice: "Use fewer units." },
    });
    expect(table()).toMatchObject({
      work: null,
      refusal: message("common.sentences", { parts: ["It needs 9 GB.", "Use fewer units."] }),
    });
    expect(state().failure).toBeNull();
  });

  it("can be opened again with the choices made, until other data is loaded", () => {
    opened();
    state().changeTable({ kind: "type", column: 2, type: { kind: "category" } });
    read();
    state().changeTable({ kind: "question", question: { ...forecastFixture, horizon: 5 } });
    checked();
    offer();
    state().receive({ type: "dataLoaded", loadId: 1, data: dataFixture });
    state().receive({ type: "runStarted", runId: 1, run: { ...runFixture, cause: "data" } });
    state().receive({ type: "dataLoaded", loadId: null, data: dataFixture });
    state().reopenTable();
    const types = { 2: { kind: "category" } };
    expect(last()).toMatchObject({ type: "open", file, corrections: { types } });
    read();
    expect(table()?.question).toEqual({ ...forecastFixture, horizon: 5 });
    state().closeTable();
    expect(state().usedTable).not.toBeNull();
    state().receive({ type: "dataLoaded", loadId: 7, data: dataFixture });
    expect(state().usedTable).toBeNull();
    state().reopenTable();
    expect(table()).toBeNull();
  });
});

describe("a table that nothing can be asked of", () => {
  it("is read as a text, and that is said, where nobody has said that it is a table", () => {
    state().openTable(file, true);
    read({}, []);
    expect(table()).toBeNull();
    expect(sent).toEqual([{ type: "loadData", loadId: 1, source: { kind: "file", file } }]);
    expect(last()).toEqual({ type: "close" });
    // Not before it stands.
    expect(state().notices).toEqual([]);
    state().receive({ type: "dataLoaded", loadId: 1, data: dataFixture });
    expect(state().notices.map(({ text }) => text)).toEqual([
      message("table.readAsText", { name: "weather.csv" }),
    ]);
  });

  it("that is no text either is refused in one message: that nothing can be asked of it", () => {
    state().openTable(file, true);
    read({}, []);
    const name = "weather.csv";
    state().receive({ type: "dataRejected", loadId: 1, name, message: "The text is too short." });
    expect(state().rejected).toEqual({ name, message: message("table.nothingToAsk", { name }), file });
    expect(state().notices).toEqual([]);
  });

  it("stays a table where somebody has said so, where a problem stops it, and in a workbook", () => {
    const { format } = previewFixture;
    for (const [orText, change] of [
      [false, {}],
      [true, { problems: [stop] }],
      [true, { format: { ...format, form: "workbook" } }],
    ] as const) {
      state().openTable(file, orText);
      read(change, []);
      expect(table()).toMatchObject({ questions: [], work: null });
    }
    expect(sent).toEqual([]);
  });
});
