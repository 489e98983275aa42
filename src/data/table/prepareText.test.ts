import { expect, it } from "vitest";
import { identityOf, message } from "../../words/message";
import { describeTable } from "./describeTable";
import { listedNames } from "./listed";
import { askTable } from "./prepareTable";
import { readTable } from "./readTable";
import { defaultPrepareOptions, type TableQuestion } from "./tableTypes";
import { prepareTable, questionsOf } from "./testing";

const moods = {
  good: ["what a bright and happy day, everything sings", "we laughed all morning and danced home"],
  bad: ["the rain ruined the picnic and our shoes", "nothing worked, the train was late again"],
};

/** 40 rows of a text and a label; the numbers make each text another. */
const rows = Array.from({ length: 20 }, (_, i) => [
  `"${moods.good[i % 2]}, ${i}",good`,
  `"${moods.bad[i % 2]}, ${i}",bad`,
]).flat();

async function tableOf(lines: readonly string[]) {
  const table = await readTable(new File([["text,mood", ...lines].join("\n")], "moods.csv"));
  if (!table.ok) throw new Error(identityOf(table.problem));
  return describeTable(table.value);
}

it("reads a column of texts, and tells their labels apart", async () => {
  const described = await tableOf([...rows, '"no label here at all",', ',"good"']);
  const [question] = questionsOf(described);
  expect(question).toEqual({ kind: "classifyText", text: 0, label: 1, unit: "words" });
  const prepared = await prepareTable(described, question, defaultPrepareOptions);
  if (!prepared.ok || prepared.value.kind !== "sequences") throw new Error("These are sequences.");
  const { input, answer, train, heldOut, names, answers, decisions, lengths } = prepared.value;
  expect(answer).toEqual({ kind: "class", at: "last", labels: ["good", "bad"] });
  expect([train.length, heldOut.length]).toEqual([32, 8]);
  expect(Array.from(answers.slice(0, 4))).toEqual([0, 1, 0, 1]);
  expect(names[0]).toBe(2);
  if (input.kind !== "symbols") throw new Error("Words are symbols.");
  expect(input.symbols).toContain("happy");
  expect(lengths[0]).toBeGreaterThan(8);
  expect(decisions).toContainEqual(message("table.unlabelledOut", { count: 1, noun: "row" }));
});

it("says what stops it", async () => {
  const described = await tableOf(rows.filter((row) => row.endsWith("good")));
  const ask = (question: TableQuestion) => prepareTable(described, question, defaultPrepareOptions);
  const same = await ask({ kind: "classifyText", text: 0, label: 0, unit: "words" });
  expect(same).toEqual({ ok: false, problem: message("table.sameTextAndLabel") });
  const constant = await ask({ kind: "classifyText", text: 0, label: 1, unit: "words" });
  expect(constant).toEqual({
    ok: false,
    problem: message("table.constantLabel", { column: "mood", label: "good", row: 2 }),
  });
});

it("drops rows with too few or too many cells where that is chosen", async () => {
  const described = await tableOf([...rows, '"one too many",good,x', '"another one",bad,y']);
  const question: TableQuestion = { kind: "classifyText", text: 0, label: 1, unit: "words" };
  const namesWith = async (ragged: "fill" | "drop") => {
    const prepared = await prepareTable(described, question, { ...defaultPrepareOptions, ragged });
    if (!prepared.ok || prepared.value.kind !== "sequences") throw new Error("These are sequences.");
    return prepared.value;
  };
  expect((await namesWith("fill")).names).toHaveLength(42);
  const dropped = await namesWith("drop");
  expect(dropped.names).toHaveLength(40);
  expect(dropped.decisions).toContainEqual(message("table.raggedOut", { count: 2 }));
});

it("trains on the only text of a label, and says so", async () => {
  const described = await tableOf([...rows, '"neither good nor bad",so-so']);
  const question: TableQuestion = { kind: "classifyText", text: 0, label: 1, unit: "words" };
  const { problems, data } = await askTable(described, question, defaultPrepareOptions);
  expect(problems).toMatchObject([{ kind: "rareClasses", severity: "warns", row: 42, count: 1 }]);
  if (data?.kind !== "sequences") throw new Error("These are sequences.");
  expect(data.answer).toMatchObject({ labels: ["good", "bad", "so-so"] });
  expect([...data.train]).toContain(40);
  expect(data.heldOut).toHaveLength(8);
  const each = await tableOf(['"one text",a', '"another text",b', '"a third one",c']);
  expect(await prepareTable(each, question, defaultPrepareOptions)).toMatchObject({ ok: false });
});

it("does not take a text for a feature, and says what becomes of categories", async () => {
  const lines = Array.from(
    { length: 60 },
    (_, i) =>
      `${Math.floor(i / 6)},"note number ${i} of many",${i % 3 ? "x" : "y"},${i},${Math.floor(i / 6) % 2 ? "up" : "down"}`,
  );
  const table = await readTable(new File([["id,note,mode,value,label", ...lines].join("\n")], "notes.csv"));
  if (!table.ok) throw new Error(identityOf(table.problem));
  const described = await describeTable(table.value);
  const ask = (features: readonly number[]) =>
    prepareTable(
      described,
      { kind: "classifyLong", id: 0, time: [], features, label: 4 },
      defaultPrepareOptions,
    );
  expect(await ask([1, 3])).toEqual({
    ok: false,
    problem: message("table.notAFeature", { column: "note", kind: "text" }),
  });
  const prepared = await ask([2, 3]);
  if (!prepared.ok || prepared.value.kind !== "sequences") throw new Error("These are sequences.");
  expect(prepared.value.decisions).toContainEqual(
    message("table.categories", { columns: listedNames(["mode"]) }),
  );
  expect(prepared.value.input).toMatchObject({
    features: [{ name: "mode = x" }, { name: "mode = y" }, { name: "value" }],
  });
});
