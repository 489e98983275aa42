import { expect, test } from "vitest";
import { textClasses } from "../../data/textClasses";
import { joinWords } from "../../data/words";
import { WebgpuUnavailableError } from "../../engine/backends/webgpu/webgpu";
import { identityOf } from "../../words/message";
import type { DataSource } from "../protocol";
import { trainingOf } from "./networkOf";
import { smallSettings, TestSession } from "./testing";
import { readText } from "./textDataset";

const noWebgpu = () => Promise.reject(new WebgpuUnavailableError("No adapter here."));
const text = "The cat sat on the mat, and the dog sat too.\n".repeat(60);

test("reads a text as words, trains on them, and writes them", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "loadData", loadId: 1, source: { kind: "pasted", text, unit: "words" } });
  const { run } = await session.next("runStarted");
  expect(session.of("dataLoaded").pop()?.data).toMatchObject({
    kind: "text",
    unit: "words",
    symbols: 14 * 60,
    unknownId: null,
  });
  expect(run.settings).toMatchObject({ sequenceLength: 24, batchSize: 16 });
  expect(run.probe).toEqual({
    kind: "text",
    text: "The cat sat on the mat, and the dog sat too.\nThe cat sat on the mat, and the dog",
  });
  const { snapshot } = await session.until("snapshot", ({ snapshot }) => snapshot.steps === 24);
  expect(snapshot.sequence.input).toMatchObject({ kind: "symbols", unknown: { count: 0 } });
  session.send({ type: "train" });
  await session.until("metrics", ({ points }) => points.some(({ loss }) => loss < 0.1));
  session.send({ type: "pause" });
  await session.until("state", ({ training }) => !training);
  session.send({
    type: "generate",
    generationId: 1,
    prompt: "The bird sat on",
    length: 8,
    sampling: { greedy: true, temperature: 1, topK: null },
    seed: 1,
  });
  expect((await session.next("generationStarted")).unknown).toEqual({ count: 1, readAs: "\n" });
  await session.until("generationEnded", () => true);
  const written = session.of("generated").flatMap(({ tokens }) => tokens.map(({ symbol }) => symbol));
  expect(joinWords(written)).toContain("sat on the mat, and the dog sat");
});

const noSample = () => Promise.reject(new Error("No sample is asked for."));

test("the words of all that trains are known, and of nothing else, however long they are", async () => {
  // Short ones at first, and every second one long where the text is held out.
  const words = Array.from({ length: 1000 }, (_, i) =>
    i < 900 || i % 2 === 1 ? `${i % 90}` : `long${"g".repeat(40)}${i}`,
  );
  const read = await readText({ kind: "pasted", text: words.join(" "), unit: "words" }, noSample);
  if (!read.ok) throw new Error("It is read.");
  const opened = read.value.open(trainingOf(smallSettings));
  if (!opened.ok || opened.value.heldOut.kind !== "text") throw new Error("It is long enough.");
  const { tokens, trainLength, symbols } = opened.value.heldOut;
  expect(trainLength).toBe(900);
  expect(new Set(tokens.subarray(0, trainLength)).size).toBe(90);
  const unknownId = symbols.length - 1;
  expect(tokens.indexOf(unknownId)).toBe(900);
  expect(opened.value.summary).toMatchObject({ unknownSymbols: 50, unseen: { symbols: 50, kinds: 50 } });
});

test("a network goes on with the symbols that it knows, whatever would be chosen for its text now", async () => {
  const source = { kind: "pasted", text, unit: "words" } as const;
  const own = await readText(source, noSample);
  if (!own.ok) throw new Error("It is read.");
  const known = [...own.value.vocabulary.filter((symbol) => symbol !== "dog").reverse(), "\uFFFD"];
  const read = await readText(source, noSample, known);
  if (!read.ok) throw new Error("It is read.");
  expect(read.value.vocabulary).toEqual(known);
  const opened = read.value.open(trainingOf(smallSettings));
  if (!opened.ok || opened.value.heldOut.kind !== "text") throw new Error("It is long enough.");
  const { tokens } = opened.value.heldOut;
  expect(joinWords(Array.from(tokens.subarray(0, 14), (id) => known[id]))).toBe(
    text.split("\n")[0].replace("dog", "\uFFFD").concat("\n"),
  );
  expect(opened.value.summary).toMatchObject({ unknownSymbols: 60, unknownKinds: 1 });
});

test("never writes the unknown symbol", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  const rare = Array.from({ length: 300 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join("");
  const source = { kind: "pasted", text: `${"a\uFFFD".repeat(200)}${rare}` } as const;
  session.send({ type: "loadData", loadId: 1, source });
  await session.next("runStarted");
  session.send({
    type: "generate",
    generationId: 1,
    prompt: "a",
    length: 600,
    sampling: { greedy: false, temperature: 1, topK: null },
    seed: 1,
  });
  await session.until("generationEnded", () => true);
  const written = session.of("generated").flatMap(({ tokens }) => tokens.map(({ symbol }) => symbol));
  expect(written).toHaveLength(601);
  expect(written).not.toContain("\uFFFD");
});

test("tells texts apart by their words, and reads one that is typed", async () => {
  const texts = Array.from({ length: 60 }, (_, i) => ({
    name: `${i}.txt`,
    label: i % 2 ? "praise" : "blame",
    text: `The ${["play", "song", "book"][i % 3]} number ${i} was ${i % 2 ? "a great joy" : "far too long"}`,
  }));
  const source = { name: "reviews", sizeBytes: 10, decisions: [], seed: 1 };
  const prepared = textClasses(texts, { unit: "words" }, source);
  if (!prepared.ok) throw new Error(identityOf(prepared.problem));
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "loadData", loadId: 1, source: { kind: "prepared", data: prepared.value } });
  await session.next("runStarted");
  session.send({ type: "train" });
  await session.until("metrics", ({ points }) => points.some(({ loss }) => loss < 0.02));
  session.send({ type: "pause" });
  session.send({ type: "setProbe", probe: { kind: "text", text: "The film was a great joy" } });
  const { snapshot } = await session.until("snapshot", ({ snapshot }) => snapshot.sequence.part === "own");
  expect(snapshot.sequence.input).toMatchObject({
    symbols: ["The", "\uFFFD", "was", "a", "great", "joy"],
    unknown: { count: 1, readAs: "\uFFFD" },
  });
  if (snapshot.answer.kind !== "class") throw new Error("The answer is a class.");
  const { labels, probabilities } = snapshot.answer;
  expect(probabilities[5 * 2 + labels.indexOf("praise")]).toBeGreaterThan(0.8);
});

test("what is unknown is no answer: the limit of a vocabulary costs nothing but what it hides", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  // "a", something rare, "b", something rare: of the 1000 rare ones seven have a symbol.
  const rare = (i: number) => String.fromCodePoint(0x4e00 + i);
  const source = {
    kind: "pasted",
    text: Array.from({ length: 500 }, (_, i) => `a${rare(2 * i)}b${rare(2 * i + 1)}`).join(""),
    limit: 10,
  } as const;
  session.send({ type: "loadData", loadId: 1, source });
  const { run } = await session.next("runStarted");
  const { data } = session.of("dataLoaded").pop() ?? {};
  expect(data).toMatchObject({ limit: 10, unknownSymbols: 993, unknownKinds: 993, encoding: null });
  if (data?.kind !== "text") throw new Error("It is a text.");
  expect(data.vocabulary).toHaveLength(10);
  session.send({ type: "evaluate" });
  const { evaluation } = await session.next("evaluated");
  if (evaluation.kind !== "language") throw new Error("It is a text.");
  expect(evaluation.unknownShare).toBe(0.5);
  // Half of what is held out is "a", half "b", of 900 known ones before that and 9 more: −log2 (451 / 916).
  expect(evaluation.unigramBits).toBeCloseTo(-Math.log2(451 / 916), 10);
  expect(evaluation.mostFrequent).toEqual({ symbol: "a", share: 0.5 });
  // Nobody has learnt anything: close to one of ten symbols, not to what is always unknown.
  expect(evaluation.bits).toBeGreaterThan(3);
  session.send({ type: "train" });
  await session.until("metrics", ({ points }) =>
    points.some(({ loss, accuracy }) => loss < 0.05 && accuracy > 0.95),
  );
  session.send({ type: "pause" });
  await session.until("state", ({ training }) => !training);
  // A network of known symbols alone never expects the unknown one.
  const { snapshot } = session.of("snapshot").pop() ?? {};
  if (snapshot?.answer.kind !== "class") throw new Error("It answers with symbols.");
  const { probabilities, truth } = snapshot.answer;
  const unknown = Array.from(
    { length: snapshot.steps },
    (_, t) => probabilities[t * 10 + (data.unknownId ?? 0)],
  );
  expect(Math.max(...unknown)).toBeLessThan(0.1);
  expect(truth).not.toContain(data.unknownId);
  expect(run.step).toBe(0);
});

test("proposes the other reading where that leaves far less unknown", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  const words = Array.from({ length: 400 }, (_, i) => `w${i}`).join(" ");
  const text = `${words}\n`.repeat(6);
  const read = async (source: Partial<Extract<DataSource, { kind: "pasted" }>>) => {
    session.send({ type: "loadData", loadId: 1, source: { kind: "pasted", text, ...source } });
    await session.next("runStarted");
    const data = session.of("dataLoaded").pop()?.data;
    if (data?.kind !== "text") throw new Error("It is a text.");
    return data;
  };
  const load = async (source: { readonly unit: "characters" | "words"; readonly limit: number }) =>
    (await read(source)).better;
  // Twelve characters there are, and four hundred words.
  expect(await load({ unit: "words", limit: 300 })).toEqual({ unit: "characters", unknownShare: 0 });
  expect(await load({ unit: "words", limit: 500 })).toBeNull();
  // What has no room, and what is not in the part that trains.
  const both = await read({ unit: "words", limit: 300, text: `${text}new newer new` });
  expect(both).toMatchObject({ unknownKinds: 101 + 1 + 2, unseen: { symbols: 3, kinds: 2 } });
  expect(await read({ unit: "words", limit: 300 })).not.toHaveProperty("unseen");
});

test("says that a list is sorted, and shuffles it when it is asked to", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  const lines = Array.from({ length: 26 * 8 }, (_, i) => `${String.fromCharCode(97 + (i >> 3))}${i % 8}xy`);
  const source = { kind: "pasted", text: `${lines.join("\n")}\n` } as const;
  session.send({ type: "loadData", loadId: 1, source });
  const sorted = await session.until("dataLoaded", ({ loadId }) => loadId === 1);
  const list = { lines: 208, order: "alphabetical" };
  expect(sorted.data).toMatchObject({ preview: expect.stringMatching(/^a0xy\na1xy/) });
  expect(sorted.data).toMatchObject({ list: { ...list, isShuffled: false } });
  session.send({ type: "loadData", loadId: 2, source: { ...source, lines: "shuffled" } });
  const shuffled = await session.until("dataLoaded", ({ loadId }) => loadId === 2);
  expect(shuffled.data).toMatchObject({ list: { ...list, isShuffled: true } });
  expect(shuffled.data).not.toMatchObject({ preview: expect.stringMatching(/^a0xy\na1xy/) });
});
