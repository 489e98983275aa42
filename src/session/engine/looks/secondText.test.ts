/** Another text through a network of language: its own text costs what it costs where it is held out, symbol by symbol. */
import Papa from "papaparse";
import { expect, test } from "vitest";
import { WebgpuUnavailableError } from "../../../engine/backends/webgpu/webgpu";
import { inEnglish } from "../../../words/english";
import type { SecondText, SecondTextRequest } from "../../protocol";
import { sampleText, TestSession } from "../testing";

const noWebgpu = () => Promise.reject(new WebgpuUnavailableError("No adapter here."));
const words = {
  ...{ place: "place", symbol: "symbol", isKnown: "known" },
  ...{ nats: "nats", probability: "p", expected: "expected" },
};
const answers = { format: { decimal: ".", byteOrderMark: false }, words } as const;

async function opened() {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "loadData", loadId: 1, source: { kind: "pasted", text: sampleText } });
  await session.until("runStarted", ({ run }) => run.cause === "data", 0);
  session.send({ type: "train" });
  await session.until("metrics", ({ points }) => points.some(({ step }) => step >= 300));
  session.send({ type: "pause" });
  await session.until("state", ({ training }) => !training);
  session.send({ type: "evaluate" });
  const { evaluation } = await session.next("evaluated");
  const look = async (text: SecondTextRequest): Promise<SecondText> => {
    session.send({ type: "look", look: "secondText", text });
    const looked = await session.until("looked", ({ running, look }) => !running && look === "secondText");
    if (looked.look !== "secondText" || !looked.value) throw new Error("It is looked at.");
    return looked.value;
  };
  return { evaluation, look, session };
}

const fileOf = (text: string) => new File([text], "other.txt");

async function rowsOf({ file }: SecondText) {
  if (!file) throw new Error("A file is made.");
  return Papa.parse<Record<string, string>>(await file.text(), { header: true, skipEmptyLines: true }).data;
}

test("every symbol has its loss, by the network that stands, and the measures are those of the lines", async () => {
  const { look } = await opened();
  const text = "the dog sat on the hat.\nthe cat";
  const measured = await look({ file: fileOf(text), answers });
  const rows = await rowsOf(measured);
  expect(rows.map(({ symbol }) => symbol).join("")).toBe(text);
  expect(rows[0]).toMatchObject({ place: "0", symbol: "t", nats: "", p: "" });
  const told = rows.slice(1);
  for (const { nats, p } of told) expect(-Math.log(Number(p))).toBeCloseTo(Number(nats), 6);
  const mean = told.reduce((sum, { nats }) => sum + Number(nats), 0) / told.length;
  const right = told.filter(({ symbol, expected }) => symbol === expected).length;
  expect(measured.evaluation?.bits).toBeCloseTo(mean / Math.LN2, 10);
  expect(measured.evaluation?.accuracy).toBe(right / told.length);
});

test("a text is read through: each symbol has the probability that the network has for it after all before it", async () => {
  const { look, session } = await opened();
  // In several windows of six, each of which goes on from where the last one ended.
  const text = "the dog sat on the hat.\nthe cat";
  const rows = await rowsOf(await look({ file: fileOf(text), answers }));
  session.send({ type: "setProbe", probe: { kind: "text", text } });
  const { snapshot } = await session.until("snapshot", ({ snapshot: { steps } }) => steps === text.length);
  const { answer } = snapshot;
  if (answer.kind !== "class") throw new Error("A text is answered with symbols.");
  const { labels, probabilities } = answer;
  for (let t = 0; t + 1 < text.length; t++) {
    const p = probabilities[t * labels.length + labels.indexOf(text[t + 1])];
    expect(Number(rows[t + 1].p)).toBeCloseTo(p, 5);
  }
});

test("what is held out of its own text costs what its evaluation says", async () => {
  const { evaluation, look } = await opened();
  const { evaluation: again } = await look({ file: fileOf(sampleText), answers });
  if (evaluation.kind !== "language" || !again) throw new Error("It is a text.");
  // Of the same sentences, read in windows of six that begin at other places of them.
  expect(Math.abs(again.bits - evaluation.bits)).toBeLessThan(0.3);
  // It has learnt which symbol follows: any other place would cost much more.
  expect(again.bits).toBeLessThan(again.unigramBits - 1);
  expect(again.unknownShare).toBe(0);
});

test("what the network does not know is said before anything is measured, and counts nowhere", async () => {
  const { look } = await opened();
  const plain = "the cat sat on the mat. the dog ate the hat.";
  const facts = await look({ file: fileOf("Zé cat"), answers: null });
  expect(facts).toMatchObject({ file: null, evaluation: null, problem: null });
  const many = await look({ file: fileOf("äbcdéfghíjklmnöpqrstüvwxyzßæøåñçœ"), answers: null });
  expect(many.facts?.unknownKinds).toEqual(expect.arrayContaining(["ä", "ß", "œ", "ñ"]));
  expect(many.facts?.unknownKinds.length).toBe(new Set(many.facts?.unknownKinds).size);
  expect(many.facts?.unknownKinds.length).toBeGreaterThan(12);
  expect(facts.facts).toEqual({
    ...{ unit: "characters", symbols: 6, readSymbols: 6, unknown: 2, readAs: " " },
    unknownKinds: ["Z", "é"],
  });
  const rows = await rowsOf(await look({ file: fileOf(`${plain}é`), answers }));
  expect(rows.at(-1)).toMatchObject({ known: "0", nats: "", p: "" });
  const [known, withUnknown] = [
    await look({ file: fileOf(plain), answers }),
    await look({ file: fileOf(`${plain}é`), answers }),
  ];
  expect(withUnknown.evaluation?.bits).toBe(known.evaluation?.bits);
  expect(withUnknown.evaluation?.unknownShare).toBe(1 / 44);
  // As many as have a loss.
  expect([known, withUnknown].map(({ evaluation }) => evaluation?.symbols)).toEqual([43, 43]);
  expect(known.step).toBeGreaterThanOrEqual(300);
});

test("a text that cannot be measured is refused in words", async () => {
  const { look } = await opened();
  const problemOf = async (text: string) => {
    const { problem } = await look({ file: fileOf(text), answers: null });
    return problem && inEnglish(problem);
  };
  expect(await problemOf("a")).toContain("fewer than two symbols");
  for (const text of ["ÄÖÜ", "aÄÖÜ"]) expect(await problemOf(text)).toContain("no symbol behind the first");
  expect(await problemOf("")).toContain("empty");
});
