/** Long tables: what tells their series apart is found, and nothing of one is in another. Right values: scripts/golden/tables. */
import { readFile } from "node:fs/promises";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Random } from "../../random";
import { baselinesOf } from "../../session/engine/baselines";
import { type ExampleData, examplesOf } from "../exampleData";
import type { Examples, SequencesData, SeriesData } from "../examples";
import { atOnce } from "../inTurns";
import { targetForms } from "../targetForm";
import { describeTable } from "./describeTable";
import { askTable } from "./prepareTable";
import { proposalFor } from "./proposal";
import { rowStructure } from "./rowStructure";
import type { PrepareOptions, TableQuestion } from "./tableTypes";
import { describedOf, questionsOf, tableOf } from "./testing";

const caseSchema = v.array(
  v.strictObject({
    name: v.string(),
    csv: v.string(),
    id: v.string(),
    time: v.string(),
    target: v.string(),
    period: v.nullable(v.number()),
    form: v.picklist(targetForms),
    series: v.array(v.string()),
    rows: v.array(v.number()),
    lastValue: v.number(),
    lastSeason: v.nullable(v.number()),
    drift: v.number(),
    mean: v.number(),
  }),
);
const golden = new URL("../../../scripts/golden/tables/series.json", import.meta.url);
const cases = v.parse(caseSchema, JSON.parse(await readFile(golden, "utf8")));

/** What a user gets who accepts everything, or all but this. */
async function accepted(
  csv: string,
  change: (question: TableQuestion) => TableQuestion = (question) => question,
  options: Partial<PrepareOptions> = {},
) {
  const described = await describedOf(csv);
  const proposal = atOnce(proposalFor(described));
  const question = change(proposal.questions[0]);
  const chosen = { ...proposal.options, ...options };
  const { data, decisions, problems } = await askTable(described, question, chosen);
  return { ...proposal, names: described.table.names, question, options: chosen, decisions, problems, data };
}

function seriesIn(data: ExampleData | null): SeriesData {
  if (data?.kind !== "series") throw new Error("It is no series.");
  return data;
}

function sequencesIn(data: ExampleData | null): SequencesData {
  if (data?.kind !== "sequences") throw new Error("They are no sequences.");
  return data;
}

function opened(data: ExampleData, T: number): Examples {
  const examples = examplesOf(data, T);
  if (!examples.ok) throw new Error("There are no examples.");
  return examples.value;
}

describe.each(cases)("$name", ({ csv, id, time, target, period, form, series, rows, ...right }) => {
  it("is read as series, each from its first row to its last", async () => {
    const { question, names, data, doubt, problems } = await accepted(csv);
    expect(question).toMatchObject({
      kind: "forecast",
      targets: [names.indexOf(target)],
      inputs: [],
      id: names.indexOf(id),
      time: [names.indexOf(time)],
      period,
      form,
    });
    expect(doubt).toBeUndefined();
    expect(problems.map(({ kind }) => kind).filter((kind) => kind !== "unorderedTimes")).toEqual(
      form === "value" ? [] : ["leavesRange"],
    );
    const { parts = [] } = seriesIn(data);
    expect(Object.fromEntries(parts.map(({ name, start, end }) => [name, end - start]))).toEqual(
      Object.fromEntries(series.map((name, i) => [name, rows[i]])),
    );
  });

  it.each(["common", "each"] as const)(
    "has the errors of last value, season, drift and mean, scaled: %s",
    async (seriesScaling) => {
      const { data } = await accepted(csv, undefined, { seriesScaling });
      const whole = seriesIn(data);
      const examples = opened(whole, whole.suggested.sequenceLength ?? 1);
      const scores = baselinesOf({ kind: "examples", examples, series: whole, withoutMemory: null });
      const expected = [
        { name: "last value", rmse: right.lastValue },
        ...(right.lastSeason === null ? [] : [{ name: "last season", rmse: right.lastSeason }]),
        { name: "drift", rmse: right.drift },
        { name: "mean", rmse: right.mean },
      ];
      expect(scores).toMatchObject(
        expected.map(({ name, rmse }) => ({ name, rmse: expect.closeTo(rmse, 3) })),
      );
    },
  );
});

/** Letters only, so that no name says what a column is. */
const names = fc.uniqueArray(fc.stringMatching(/^[f-kuvz][aeou][bmpx]{2}$/), { minLength: 6, maxLength: 6 });

/** A long table of `count` series with 5 to 12 steps each, its columns in any order, under any names. */
const longTable = fc
  .record({
    names,
    seed: fc.nat(),
    count: fc.integer({ min: 6, max: 20 }),
    id: fc.constantFrom("word", "number"),
    time: fc.constantFrom("count", "uneven", "date"),
    isInterleaved: fc.boolean(),
    label: fc.constantFrom("sequence", "step", "none"),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
  })
  .map(tableFrom);

interface Drawn {
  readonly names: readonly string[];
  readonly seed: number;
  readonly count: number;
  readonly id: "word" | "number";
  readonly time: "count" | "uneven" | "date";
  readonly isInterleaved: boolean;
  readonly label: "sequence" | "step" | "none";
  readonly order: readonly number[];
}

function tableFrom(drawn: Drawn) {
  const { seed, count, isInterleaved, order } = drawn;
  const random = Random.fromSeed(seed);
  const first = random.integer(0, 400);
  const rows = Array.from({ length: count }, (_, s) => {
    const steps = isInterleaved ? 8 : random.integer(5, 12);
    const level = 50 * random.normal();
    return Array.from({ length: steps }, (_, t) => ({
      s,
      t,
      cells: [
        drawn.id === "word" ? `${"qwx"[s % 3]}${s}k` : String(first + s * 3),
        drawn.time === "date" ? new Date(Date.UTC(2023, 0, 1 + t)).toISOString().slice(0, 10) : String(t + 1),
        (level + random.normal()).toFixed(3),
        (5 * random.normal()).toFixed(2),
        random.normal().toFixed(3),
        drawn.label === "none"
          ? random.normal().toFixed(4)
          : drawn.label === "sequence"
            ? ["up", "down"][s % 2]
            : ["on", "off", "idle"][random.integer(0, 2)],
      ],
    }));
  }).flat();
  if (isInterleaved) rows.sort((a, b) => a.t - b.t || a.s - b.s);
  const columns = order.map((column) => drawn.names[column]);
  const csv = [columns, ...rows.map(({ cells }) => order.map((column) => cells[column]))]
    .map((cells) => cells.join(","))
    .join("\n");
  return { csv, names: drawn.names, count, label: drawn.label, id: drawn.id };
}

describe("any long table", () => {
  it("comes back with its id and its time, whatever their names and places", async () => {
    await fc.assert(
      fc.asyncProperty(longTable, async ({ csv, names }) => {
        const described = await describeTable(await tableOf(csv));
        const found = atOnce(rowStructure(described));
        const nameOf = (column: number | undefined) =>
          column === undefined ? null : described.table.names[column];
        expect([nameOf(found?.id), found?.time.map(nameOf)]).toEqual([names[0], [names[1]]]);
        for (const question of questionsOf(described)) {
          if (!("id" in question)) continue;
          expect(nameOf(question.id ?? undefined)).toBe(names[0]);
          const reads =
            question.kind === "forecast" ? [...question.targets, ...question.inputs] : question.features;
          expect(reads.map(nameOf)).not.toContain(names[0]);
          expect(reads.map(nameOf)).not.toContain(names[1]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("has no id in two parts, and no row", async () => {
    await fc.assert(
      fc.asyncProperty(longTable, fc.constantFrom("common", "each" as const), async ({ csv, count }, how) => {
        const described = await describeTable(await tableOf(csv));
        const { questions, options } = atOnce(proposalFor(described));
        for (const question of questions) {
          if (question.kind !== "classifyLong" && question.kind !== "labelSteps") continue;
          const { data } = await askTable(described, question, {
            ...options,
            seriesScaling: how === "each" ? "each" : "common",
          });
          if (data === null) continue;
          const { train, heldOut, groups, names, lengths } = sequencesIn(data);
          const groupOf = (i: number) => groups?.[i] ?? i;
          const held = new Set(Array.from(heldOut, groupOf));
          expect(Array.from(train, groupOf).filter((group) => held.has(group))).toEqual([]);
          expect(new Set(names.map((_, i) => groupOf(i))).size).toBe(count);
          expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(described.table.rowCount);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is forecast from windows within a series, of which none that trains reaches what is held out", async () => {
    const labels = longTable.filter(({ label }) => label === "none");
    await fc.assert(
      fc.asyncProperty(labels, fc.integer({ min: 1, max: 3 }), async ({ csv, count }, horizon) => {
        const { data } = await accepted(csv, (question) =>
          question.kind === "forecast" ? { ...question, window: 2, horizon, calendar: [] } : question,
        );
        if (data === null) return;
        const whole = seriesIn(data);
        const parts = whole.parts ?? [];
        expect(parts).toHaveLength(count);
        const partOf = (row: number) => parts.findIndex(({ start, end }) => start <= row && row < end);
        const examples = opened(whole, 2);
        for (let index = 0; index < examples.train + examples.heldOut; index++) {
          const last = examples.rowOf?.(index) ?? 0;
          const part = partOf(last);
          expect([partOf(last - 1), partOf(last + horizon), examples.groupOf?.(index)]).toEqual([
            part,
            part,
            part,
          ]);
          const { start, trainRows } = parts[part];
          if (index < examples.train) expect(last + horizon).toBeLessThan(start + trainRows);
          else expect(last + 1).toBeGreaterThanOrEqual(start + trainRows);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const rowsOf = (count: number, row: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join("\n");

describe("labelled sequences", () => {
  /** 24 of 6 steps, rising and falling by turns. */
  const sequences = (id: string, step: string) => {
    const random = Random.fromSeed(5);
    const row = (i: number) => {
      const [s, t] = [Math.floor(i / 6), i % 6];
      return `${s + 1},${t},${((s % 2 ? 5 - t : t) + 0.3 * random.normal()).toFixed(2)},${s % 2 ? "down" : "up"}`;
    };
    return `${id},${step},x,label\n${rowsOf(144, row)}`;
  };

  it.each([
    ["sequence", "step"],
    ["unit", "cycle"],
    ["sequence_id", "step"],
    ["bla", "blub"],
  ])("are classified, whatever tells them apart: %s, %s", async (id, step) => {
    const { question, data, doubt } = await accepted(sequences(id, step));
    expect(question).toEqual({ kind: "classifyLong", id: 0, time: [1], features: [2], label: 3 });
    expect(doubt).toBeUndefined();
    const { answers, train, heldOut } = sequencesIn(data);
    expect([0, 1].map((label) => answers.filter((answer) => answer === label).length)).toEqual([12, 12]);
    expect([train.length, heldOut.length]).toEqual([20, 4]);
  });

  it("of few speakers are told apart by utterance, never by frame", async () => {
    const random = Random.fromSeed(7);
    const csv = `utterance,frame,f1,f2,f3,f4,f5,f6,f7,f8,speaker\n${rowsOf(
      360,
      (i) =>
        `${Math.floor(i / 12) + 1},${i % 12},${Array.from({ length: 8 }, () => random.normal().toFixed(2)).join(",")},${["ann", "bob", "cem"][Math.floor(i / 12) % 3]}`,
    )}`;
    const { question, data } = await accepted(csv);
    expect(question).toMatchObject({ kind: "classifyLong", id: 0, time: [1], label: 10 });
    expect(sequencesIn(data).lengths).toHaveLength(30);
  });

  it("of two people are split by time within each", async () => {
    const random = Random.fromSeed(8);
    const csv = `subject,t,acc,activity\n${rowsOf(400, (i) => `${i < 200 ? "a" : "b"},${i % 200},${random.normal().toFixed(2)},${["sit", "walk"][Math.floor(i / 25) % 2]}`)}`;
    const { question, data } = await accepted(csv);
    expect(question).toMatchObject({ kind: "labelSteps", id: 0, time: [1], features: [2], label: 3 });
    const { groups, train, heldOut } = sequencesIn(data);
    const groupsOf = (part: Int32Array) => [...new Set(Array.from(part, (i) => groups?.[i]))];
    expect([groupsOf(train), groupsOf(heldOut)]).toEqual([
      [0, 1],
      [0, 1],
    ]);
    for (const i of heldOut)
      for (const k of train) if (groups?.[i] === groups?.[k]) expect(k).toBeLessThan(i);
  });
});

describe("what is not certain", () => {
  const random = Random.fromSeed(9);
  const counted = `a,b,v\n${rowsOf(200, (i) => `${Math.floor(i / 20) + 1},${i % 20},${random.normal().toFixed(2)}`)}`;

  it("is asked, with both readings drawn of the same rows", async () => {
    const { doubt, question } = await accepted(counted);
    expect(question).toMatchObject({ kind: "forecast", id: 0, time: [1] });
    expect(doubt?.several).toEqual(question);
    expect(doubt?.one).toMatchObject({ kind: "forecast", id: null });
    const { several, one, column } = doubt?.drawn ?? { several: [], one: [], column: -1 };
    expect(column).toBe(2);
    expect(several.map(({ name, values }) => [name, values.length])).toEqual([
      ["1", 20],
      ["2", 20],
      ["3", 20],
    ]);
    expect(one).toEqual(several.flatMap(({ values }) => values));
  });

  it("is one series where hours begin again every day", async () => {
    const hours = `n,hour,v\n${rowsOf(480, (i) => `${Math.floor(i / 24) + 1},${i % 24},${(10 * Math.sin(i / 3.82)).toFixed(2)}`)}`;
    const { doubt, question } = await accepted(hours);
    expect(question).toMatchObject({ kind: "forecast", id: null });
    expect(doubt?.several).toMatchObject({ id: 0, time: [1] });
  });

  it("is nothing where one time goes through all rows", async () => {
    const csv = `date,weather,month,v\n${rowsOf(200, (i) => `${new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10)},${["sun", "rain"][Math.floor(i / 5) % 2]},${Math.floor(i / 30) + 1},${random.normal().toFixed(2)}`)}`;
    const { doubt, question } = await accepted(csv);
    expect([question.kind, "id" in question && question.id, doubt]).toEqual(["forecast", null, undefined]);
  });

  it("is a reason to ask where times repeat and nothing tells them apart, and no spacing", async () => {
    const csv = `date,v\n${rowsOf(200, (i) => `${new Date(Date.UTC(2024, 0, 1 + (i >> 1))).toISOString().slice(0, 10)},${random.normal().toFixed(2)}`)}`;
    const { problems, question } = await accepted(csv);
    expect(question).toMatchObject({ kind: "forecast", id: null, calendar: [] });
    expect(problems.map(({ kind }) => kind)).toEqual(["duplicateTimes"]);
    expect(problems[0].message).toMatchObject({ values: { mayBeSeries: true } });
  });
});

/** Rows of series that two columns tell apart, one series below the other. */
function paired(random: Random, of: { stores: number; items: number; days: number }): string[] {
  const rows: string[] = [];
  for (let item = 1; item <= of.items; item++)
    for (let store = 1; store <= of.stores; store++) {
      let level = 100 * item + 10 * store;
      for (let day = 0; day < of.days; day++) {
        level += 2 * random.uniform() - 1;
        const date = new Date(Date.UTC(1990, 0, 1 + day)).toISOString().slice(0, 10);
        rows.push(`${date},${store},${item},${level.toFixed(2)}`);
      }
    }
  return rows;
}

describe("series that two columns tell apart", () => {
  const names = "date,store,item,sales";

  it("are found in any order of the rows, and each is read by itself", async () => {
    const stacked = paired(Random.fromSeed(1), { stores: 4, items: 5, days: 60 });
    for (const rows of [stacked, stacked.toSorted()]) {
      const { question, doubt, data } = await accepted(`${names}\n${rows.join("\n")}`);
      expect(doubt).toBeUndefined();
      expect(question).toMatchObject({
        kind: "forecast",
        targets: [3],
        id: 1,
        idWith: [2],
        time: [0],
        inputs: [],
      });
      const { parts = [], trainRows } = seriesIn(data);
      expect(parts).toHaveLength(20);
      expect(parts.map(({ start, end }) => end - start)).toEqual(Array.from(parts, () => 60));
      expect(trainRows).toBe(20 * 48);
      expect(parts[0].name).toBe("1 · 1");
    }
  });

  it("are no reason to look at two where one is enough", async () => {
    const rows = paired(Random.fromSeed(2), { stores: 6, items: 1, days: 40 }).map(
      (row, i) => `${row},${"abc"[i % 3]}`,
    );
    const { question } = await accepted(`${names},kind\n${rows.join("\n")}`);
    expect(question).toMatchObject({ kind: "forecast", id: 1 });
    expect("idWith" in question).toBe(false);
  });
});

describe("a category beside the id of a series", () => {
  const towns = ["Ulm", "Bonn", "Kiel", "Trier"];
  const named = (rows: readonly string[], nameOf: (store: number, row: number) => string) =>
    rows.map((row, i) => `${row},${nameOf(Number(row.split(",")[1]), i)}`).join("\n");
  const notRead = ({ decisions }: Awaited<ReturnType<typeof accepted>>) =>
    JSON.stringify(decisions.filter((said) => JSON.stringify(said).includes("table.notInputs")));

  it("is no input where it only names the series, of one column or of two, and that is said", async () => {
    const one = paired(Random.fromSeed(5), { stores: 4, items: 1, days: 60 }).map((row) =>
      row.replace(/,1,(?=[^,]*$)/, ","),
    );
    const alone = await accepted(`date,store,sales,town\n${named(one, (store) => towns[store - 1])}`);
    expect(alone.question).toMatchObject({ kind: "forecast", targets: [2], inputs: [] });
    const coded = one.map((row) => row.replace(/,(\d),/, ",S$1,"));
    const codes = await accepted(
      `date,store,sales,town\n${coded.map((row, i) => `${row},${towns[Math.floor(i / 60)]}`).join("\n")}`,
    );
    expect(codes.question).toMatchObject({ kind: "forecast", targets: [2], inputs: [] });
    expect(notRead(codes)).toMatch(/"column":"(town|store)","why":"namesSeries"/);
    const two = paired(Random.fromSeed(6), { stores: 4, items: 5, days: 60 });
    const both = await accepted(`date,store,item,sales,town\n${named(two, (store) => towns[store - 1])}`);
    expect(both.question).toMatchObject({ kind: "forecast", targets: [3], inputs: [] });
    expect(notRead(both)).toMatch(/"column":"(town|store)","why":"(namesSeries|perSeries)"/);
  });

  it("is one where it says something else: a kind that several series share, or what changes within them", async () => {
    const rows = paired(Random.fromSeed(7), { stores: 4, items: 1, days: 60 }).map((row) =>
      row.replace(/,1,(?=[^,]*$)/, ","),
    );
    const kinds = await accepted(
      `date,store,sales,kind\n${named(rows, (store) => (store > 2 ? "city" : "land"))}`,
    );
    expect(kinds.question).toMatchObject({ id: 1, inputs: [3] });
    const days = await accepted(`date,store,sales,offer\n${named(rows, (_, i) => towns[((i * i) % 7) % 4])}`);
    expect(days.question).toMatchObject({ id: 1, inputs: [3] });
  });
});

describe("sequences whose steps nothing counts", () => {
  const random = Random.fromSeed(12);
  const lengths = Array.from({ length: 30 }, () => 6 + Math.floor(9 * random.uniform()));
  const rows = (nameOf: (walk: number) => string, labelOf: (walk: number) => string) =>
    lengths.flatMap((length, walk) =>
      Array.from(
        { length },
        () => `${labelOf(walk)},${random.normal().toFixed(3)},${nameOf(walk)},${random.normal().toFixed(3)}`,
      ),
    );
  const kind = (walk: number) => ["left", "right"][(walk * 7) % 2];

  it.each<[string, (walk: number) => string, (walk: number) => string]>([
    ["names", (walk) => `w${walk}`, kind],
    ["numbers", (walk) => `${40 - walk}`, (walk) => `${(walk * 7) % 2}`],
  ])("stand together by their id, which is asked: %s", async (_, nameOf, labelOf) => {
    const csv = ["class,u,walk,v", ...rows(nameOf, labelOf)].join("\n");
    const { question, doubt, data } = await accepted(csv);
    expect(question).toMatchObject({ kind: "classifyLong", id: 2, time: [], features: [1, 3], label: 0 });
    expect(doubt).toMatchObject({ id: 2, several: { id: 2 }, one: { id: null } });
    expect(Array.from(sequencesIn(data).lengths)).toEqual(lengths);
  });

  it("are none where names come again, and where nothing says what kind they are", async () => {
    const again = rows((walk) => `w${walk % 20}`, kind);
    expect(atOnce(rowStructure(await describedOf(["class,u,walk,v", ...again].join("\n"))))).toBeNull();
    const alone = rows((walk) => `w${walk}`, kind).map((row) => row.replace(/^[^,]*,/, ""));
    expect(atOnce(rowStructure(await describedOf(["u,walk,v", ...alone].join("\n"))))).toBeNull();
  });
});

describe("rows of series that take turns, each at a time of its own", () => {
  const random = Random.fromSeed(11);
  const reading = (level: number, i: number) => (level + 3 * Math.sin(i / 5) + random.uniform()).toFixed(3);
  const levels = [10, 900, 50];
  const minute = (i: number) => new Date(Date.UTC(2024, 0, 1) + i * 60_000).toISOString();
  const each = (count: number, row: (i: number) => readonly unknown[]) =>
    Array.from({ length: count }, (_, i) => row(i).join(","));
  const turnOf = (i: number) => i % 3;
  /** In no order, of which the file says nothing. */
  const mixed = Array.from({ length: 600 }, () => Math.floor(random.uniform() * 3));

  it.each([
    ["times that go on", "sensor,t,v", (i: number) => ["abc"[turnOf(i)], i, reading(levels[turnOf(i)], i)]],
    ["dates", "sensor,t,v", (i: number) => ["abc"[turnOf(i)], minute(i), reading(levels[turnOf(i)], i)]],
    [
      "numbers as ids",
      "device_id,t,v",
      (i: number) => [17 + turnOf(i), 3 * i, reading(levels[turnOf(i)], i)],
    ],
    ["no times", "sensor,v", (i: number) => ["abc"[turnOf(i)], reading(levels[turnOf(i)], i)]],
    ["no order of turns", "sensor,t,v", (i: number) => ["abc"[mixed[i]], i, reading(levels[mixed[i]], i)]],
    ["levels alike, in order", "sensor,t,v", (i: number) => ["abc"[turnOf(i)], i, reading(2 * turnOf(i), i)]],
  ])("are told apart without a question where what they are called says so: %s", async (_, names, row) => {
    const csv = [names, ...each(600, row)].join("\n");
    const { question, doubt, data } = await accepted(csv);
    expect(question).toMatchObject({ kind: "forecast", id: 0 });
    expect(doubt).toBeUndefined();
    const { parts } = seriesIn(data);
    expect(parts).toHaveLength(3);
    expect(parts?.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(600);
  });

  it("are asked about where they could be states of one thing", async () => {
    const csv = ["valve,t,v", ...each(600, (i) => ["abc"[mixed[i]], i, reading(levels[mixed[i]], i)])].join(
      "\n",
    );
    const { question, doubt } = await accepted(csv);
    expect(doubt).toMatchObject({ id: 0, several: { id: 0 }, one: { id: null } });
    expect(question).toMatchObject({ kind: "forecast", id: null });
  });

  it.each([
    [
      "words that say nothing of the numbers",
      "buyer,t,v",
      (i: number) => ["abc"[mixed[i]], i, reading(10, i)],
    ],
    [
      "days of the week",
      "day,t,v",
      (i: number) => [["Mon", "Tue", "Wed"][turnOf(i)], i, reading(levels[turnOf(i)], i)],
    ],
    ["labels", "label,t,v", (i: number) => ["abc"[mixed[i]], i, reading(levels[mixed[i]], i)]],
  ])("are those of one series where these are %s", async (_, names, row) => {
    const described = await describedOf([names, ...each(600, row)].join("\n"));
    expect(atOnce(rowStructure(described))).toBeNull();
  });
});

describe("series longer than all that is looked at first", () => {
  it("are found by their ends", async () => {
    const rows = paired(Random.fromSeed(3), { stores: 3, items: 1, days: 20_000 }).map((row) =>
      row.replace(/,1,(?=[^,]*$)/, ","),
    );
    const structure = atOnce(rowStructure(await describedOf(`date,store,sales\n${rows.join("\n")}`)));
    expect(structure).toMatchObject({ id: 1, time: [0], isLikely: true });
  });

  it("are found where two columns tell them apart, of which one is the same in all first rows", async () => {
    const rows = paired(Random.fromSeed(4), { stores: 5, items: 2, days: 9000 });
    const structure = atOnce(rowStructure(await describedOf(`date,store,item,sales\n${rows.join("\n")}`)));
    expect(structure).toMatchObject({ id: 1, idWith: [2], time: [0] });
  });

  it("are none where one series goes on through all of the file", async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, i) =>
        `${new Date(i * 3_600_000).toISOString().slice(0, 16)},${"ab"[Math.floor(i / 700) % 2]},${(i * 7919) % 1000}`,
    );
    expect(atOnce(rowStructure(await describedOf(`time,mode,load\n${rows.join("\n")}`)))).toBeNull();
  });
});
