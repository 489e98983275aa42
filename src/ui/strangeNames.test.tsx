/**
 * Words that people's data may have, and that a careless page falls over: names that all objects have, markup, nothing at all, and very
 * long ones. As labels, columns, folders, words and symbols they go the whole way: read, made ready, trained on, measured, and shown.
 */
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { ExampleData } from "../data/exampleData";
import { atOnce } from "../data/inTurns";
import { describeTable } from "../data/table/describeTable";
import { askTable, resultOf } from "../data/table/prepareTable";
import { problemsOf } from "../data/table/problemsOf";
import { proposalFor } from "../data/table/proposal";
import { readTable } from "../data/table/readTable";
import { sourceOf, utf8 } from "../data/table/testing";
import { WebgpuUnavailableError } from "../engine/backends/webgpu/webgpu";
import { TestSession } from "../session/engine/testing";
import type { FolderEvent } from "../session/folderProtocol";
import type { DataSource } from "../session/protocol";
import { FolderReader } from "../session/readers/folderReader";
import { shownRun } from "../store/runs";
import { createPlayground, type PlaygroundStore } from "../store/store";
import { englishWords, inEnglish } from "../words/english";
import { identityOf } from "../words/message";
import { ProgressPanel } from "./charts/ProgressPanel";
import { DataPanel } from "./data/DataPanel";
import { PreviewTable } from "./data/table/PreviewTable";
import { Vocabulary } from "./data/Vocabulary";
import { ConfusionMatrix } from "./evaluation/ConfusionMatrix";
import { EvaluationPanel } from "./evaluation/EvaluationPanel";
import { NetworkPanel } from "./settings/NetworkPanel";
import { TrainingPanel } from "./settings/TrainingPanel";
import { Stage } from "./stage/Stage";
import { turnsOf } from "./turns";
import { PlaygroundContext, TurnsContext } from "./usePlaygroundStore";
import { spokenWords } from "./words/spokenWords";

const strangeNames = [
  ...Object.getOwnPropertyNames(Object.prototype),
  "prototype",
  "then",
  "length",
  "<img src=x onerror=alert(1)>",
  "</script><script>alert(1)</script>",
  "&amp;",
  "👩‍👩‍👧‍👦",
  "مرحبا\u202eabc",
  "z\u0335\u0321\u0353a\u0300\u0301",
  "\u200b",
  "null",
  "NaN",
  "-0",
  '"; drop',
  "=1+1",
  "$&",
  "x".repeat(10_000),
];

const quoteCell = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map(quoteCell).join(",")).join("\n");
const number = (row: number, column: number) => ((row * 37 + column * 17 + row * column) % 101).toString();

/** Each name labels six rows. */
const labelled = csv([
  ["x", "y", "__proto__"],
  ...strangeNames.flatMap((name, k) =>
    Array.from({ length: 6 }, (_, i) => [number(k * 6 + i, 1), number(k * 6 + i, 2), name]),
  ),
]);
/** Each name is one of a column of numbers, and two columns have none. */
const named = csv([
  ["", " ", ...strangeNames],
  ...Array.from({ length: 80 }, (_, row) =>
    ["", " ", ...strangeNames].map((_, column) => number(row, column)),
  ),
]);
/** Each name is a word of every other row. */
const categories = csv([
  ["constructor", "toString"],
  ...Array.from({ length: 200 }, (_, row) => [strangeNames[row % strangeNames.length], number(row, 3)]),
]);
const tables = { labelled, named, categories };

async function described(text: string) {
  const read = await readTable(sourceOf(utf8(text), [], "toString.csv"));
  if (!read.ok) throw new Error(identityOf(read.problem));
  return describeTable(read.value);
}

/** A session that has trained a step on it, been measured, and told all to a store. */
async function trainedOn(source: DataSource): Promise<PlaygroundStore> {
  const session = new TestSession(() => Promise.reject(new WebgpuUnavailableError("No adapter here.")));
  await session.open("cpu");
  session.send({ type: "loadData", loadId: 1, source });
  const taken = await Promise.race([
    session.until("dataLoaded", ({ loadId }) => loadId === 1, 0),
    session.until("dataRejected", () => true, 0),
  ]);
  expect(taken).toMatchObject({ type: "dataLoaded" });
  session.send({ type: "configure", change: { hiddenSizes: [8], batchSize: 2, sequenceLength: 8 } });
  session.send({ type: "step" });
  session.send({ type: "evaluate" });
  await session.until("evaluated", ({ step }) => step === 1, 0);
  if (source.kind === "pasted") {
    const sampling = { greedy: false, temperature: 1, topK: null };
    session.send({ type: "generate", generationId: 1, prompt: "toString x", length: 40, sampling, seed: 1 });
    await session.until("generationEnded", () => true, 0);
  }
  expect(session.of("failed")).toEqual([]);
  const store = createPlayground(() => undefined);
  for (const event of session.events) if (event.type !== "answered") store.getState().receive(event);
  return store;
}

// On a server zustand shows a store as it was at first.
Object.assign(spokenWords.getInitialState(), { words: englishWords });

/** What a reader of the page gets. */
function drawn(store: PlaygroundStore, part: ReactNode): string {
  const shown = { ...store, getInitialState: store.getState };
  vi.stubGlobal("document", { documentElement: { dataset: { theme: "light" } } });
  try {
    return renderToString(
      <PlaygroundContext value={shown}>
        <TurnsContext value={turnsOf(shown)}>{part}</TurnsContext>
      </PlaygroundContext>,
    );
  } finally {
    vi.unstubAllGlobals();
  }
}

function expectDrawn(store: PlaygroundStore): void {
  expect(shownRun(store.getState()).snapshot).not.toBeNull();
  for (const part of [
    <Stage key="1" />,
    <DataPanel key="2" />,
    <EvaluationPanel key="3" />,
    <NetworkPanel key="4" />,
    <TrainingPanel key="5" />,
    <ProgressPanel key="6" />,
  ]) {
    const html = drawn(store, part);
    expect(html.length).toBeGreaterThan(500);
    expect(html).not.toMatch(/<img|<script|\[native code\]|\[object Object\]/);
  }
}

describe.each(["labelled", "named", "categories"] as const)("a table: %s", (kind) => {
  it("is read, shown, and answers every question that it allows", async () => {
    const table = await described(tables[kind]);
    const { questions, options } = atOnce(proposalFor(table));
    expect(questions.length).toBeGreaterThan(0);
    const store = createPlayground(() => undefined);
    for (const question of questions) {
      const outcome = await askTable(table, question, options);
      const problems = problemsOf(table, options, outcome);
      for (const { message } of problems) expect(inEnglish(message)).not.toMatch(/undefined|native code/);
      const preview = drawn(
        store,
        <PreviewTable preview={table.preview} question={question} onChange={() => undefined} />,
      );
      expect(preview).not.toMatch(/<img|<script|native code/);
      const result = resultOf(table, outcome);
      expect(result.ok || inEnglish(result.problem).length > 20).toBe(true);
      if (result.ok) expectDrawn(await trainedOn({ kind: "prepared", data: result.value }));
    }
  });
});

async function folder(): Promise<ExampleData> {
  const events: FolderEvent[] = [];
  const reader = new FolderReader({
    emit: (event) => events.push(event),
    decode: () => Promise.reject(new Error("none")),
  });
  const names = strangeNames.filter((name) => !name.includes("/"));
  const files = names.flatMap((label, k) =>
    Array.from({ length: 3 }, (_, i) => {
      const path = `hasOwnProperty/${label}/${names[(k + i) % names.length]}.txt`;
      return { path, file: new File([`${label} ${names[(k + i) % names.length]} word ${i} ${k}`], path) };
    }),
  );
  reader.handle({
    type: "open",
    readId: 1,
    source: { kind: "files", name: "hasOwnProperty", files },
    content: "texts",
  });
  await reader.idle();
  reader.handle({ type: "prepare", readId: 2, options: { unit: "words" } });
  await reader.idle();
  const last = events.at(-1);
  if (last?.type !== "prepared") throw new Error(JSON.stringify(last));
  expect(new Set(last.data.answer.kind === "class" ? last.data.answer.labels : [])).toEqual(new Set(names));
  return last.data;
}

it("folders and words: read, trained on, measured, shown", async () => {
  const store = await trainedOn({ kind: "prepared", data: await folder() });
  expectDrawn(store);
  const evaluation = shownRun(store.getState()).evaluated?.evaluation;
  if (evaluation?.kind !== "classes") throw new Error(JSON.stringify(evaluation));
  const html = drawn(
    store,
    <ConfusionMatrix evaluation={evaluation} chosen={null} onChoose={() => undefined} />,
  );
  expect(html).toContain("hasOwnProperty");
  expect(html).not.toMatch(/<img|<script|native code/);
});

it.each(["words", "characters"] as const)(
  "a text by %s: read, trained on, measured, written, shown",
  async (unit) => {
    const text = `${strangeNames.join(" ")}\n`.repeat(3);
    const store = await trainedOn({ kind: "pasted", text, unit });
    expectDrawn(store);
    const { data } = store.getState();
    if (data?.kind !== "text") throw new Error("It is no text.");
    const html = drawn(store, <Vocabulary symbols={data.vocabulary} unknownId={data.unknownId} />);
    expect(html).not.toMatch(/<img|<script|native code/);
  },
);
