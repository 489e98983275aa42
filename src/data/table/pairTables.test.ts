/** Tables of series that two columns tell apart, with more columns beside them: what those are taken for. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../../random";
import type { SeriesData } from "../examples";
import { atOnce } from "../inTurns";
import { askTable } from "./prepareTable";
import { proposalFor } from "./proposal";
import { describedOf } from "./testing";

const shops = ["S1", "S2", "S3", "S4"];
const items = ["apple", "pear", "milk", "cheese", "rye"];
const regions = ["north", "south"];
const kinds = ["fruit", "dairy", "bread"];

interface Place {
  readonly shop: number;
  readonly item: number;
  readonly day: number;
}

/** What a column says of a row. */
type Cell = (place: Place) => string | number;

const date: Cell = ({ day }) => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10);
const shop: Cell = (of) => shops[of.shop];
const item: Cell = (of) => items[of.item];
const region: Cell = (of) => regions[of.shop % 2];
const kind: Cell = (of) => kinds[of.item >> 1];
const offer: Cell = ({ shop, item, day }) => ((shop * 7 + item * 3 + day * day) % 11 < 3 ? "yes" : "no");

/** Where shops do not all have all items there are fewer series. */
const hasAll = () => true;

function rowsOf(
  columns: Readonly<Record<string, Cell>>,
  has: (shop: number, item: number) => boolean = hasAll,
): string[][] {
  const random = Random.fromSeed(16);
  return shops.flatMap((_, shop) =>
    items.flatMap((_, item) => {
      if (!has(shop, item)) return [];
      return Array.from({ length: 60 }, (_, day) => {
        const sales = (100 * (item + 1) + 17 * shop) * (1 + 0.2 * random.normal());
        const place = { shop, item, day };
        return [...Object.values(columns).map((cell) => String(cell(place))), sales.toFixed(2)];
      });
    }),
  );
}

/** What is proposed, by names. */
async function proposed(names: readonly string[], rows: readonly (readonly string[])[]) {
  const described = await describedOf([names, ...rows].map((cells) => cells.join(",")).join("\n"));
  const { questions, options, doubt } = atOnce(proposalFor(described));
  const [question] = questions;
  if (question.kind === "classifyWide" || question.kind === "classifyText" || question.id === null)
    throw new Error("They are series.");
  const name = (column: number) => names[column];
  return {
    described,
    question,
    options,
    doubt,
    ids: [question.id, ...(question.idWith ?? [])].map(name),
    read: (question.kind === "forecast" ? question.inputs : question.features).map(name),
    label: question.kind === "forecast" ? null : name(question.label),
  };
}

async function series({ described, question, options }: Awaited<ReturnType<typeof proposed>>) {
  const { data } = await askTable(described, question, options);
  if (data?.kind !== "series") throw new Error("It is a forecast.");
  return data;
}

const readAt = ({ rows, input }: SeriesData, row: number, name: string) => {
  const feature = input.features.findIndex((one) => one.name === name);
  if (feature < 0) throw new Error(`${name} is read.`);
  return rows[row * input.features.length + feature];
};

describe("a category beside a pair of columns that tells series apart", () => {
  it("is an input wherever it stands, however the rows are sorted", async () => {
    const all = { date, shop, item, region, kind, offer };
    const names = [...Object.keys(all), "sales"];
    const rows = rowsOf(all);
    const arranged = fc.record({
      order: fc.shuffledSubarray(
        names.map((_, column) => column),
        { minLength: names.length },
      ),
      stacked: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(arranged, async ({ order, stacked }) => {
        const sorted = stacked ? rows : rows.toSorted((a, b) => (a[0] < b[0] ? -1 : 1));
        const found = await proposed(
          order.map((column) => names[column]),
          sorted.map((row) => order.map((column) => row[column])),
        );
        expect(found.doubt).toBeUndefined();
        expect(found.question.kind).toBe("forecast");
        expect(found.ids.toSorted()).toEqual(["item", "shop"]);
        expect(found.read.toSorted()).toEqual(["kind", "offer", "region"]);
      }),
      { numRuns: 12 },
    );
  });

  it("is read as it stands in each row", async () => {
    const found = await proposed(
      ["date", "shop", "item", "region", "sales"],
      rowsOf({ date, shop, item, region }),
    );
    const data = await series(found);
    expect(data.parts).toHaveLength(shops.length * items.length);
    for (const { name, start, end } of data.parts ?? [])
      for (const row of [start, end - 1])
        expect(readAt(data, row, "region = north")).toBe(/^S[13] · /.test(String(name)) ? 1 : 0);
  });

  it("is no answer where it is one column's of the two, whatever its name", async () => {
    const has = (shop: number, item: number) => (shop + 2 * item) % 3 !== 0;
    const all = { category: kind, item, shop, date };
    const found = await proposed([...Object.keys(all), "sales"], rowsOf(all, has));
    expect(found.question.kind).toBe("forecast");
    expect([found.ids, found.read]).toEqual([["item", "shop"], ["category"]]);
  });

  it("is one where it is of both: the condition of a trial, and not the sex of its subject", async () => {
    const trial: Cell = (of) => of.item + 1;
    const step: Cell = ({ day }) => day;
    const condition: Cell = (of) => ["go", "stop"][(of.shop + of.item) % 2];
    const sex: Cell = (of) => ["f", "m"][of.shop % 2];
    const all = { subject: shop, trial, step, condition, sex };
    const found = await proposed([...Object.keys(all), "x"], rowsOf(all));
    expect([found.question.kind, found.label]).toEqual(["classifyLong", "condition"]);
    expect([found.ids, found.read]).toEqual([
      ["subject", "trial"],
      ["sex", "x"],
    ]);
  });

  it("does not stand for the pair where there are many, which these two determine", async () => {
    const many = Object.fromEntries(
      ["land", "gebiet", "klasse", "leitung"].map((name, k): [string, Cell] => [
        name,
        (of) => `${"abcd"[k]}${of.shop >> (k % 2)}`,
      ]),
    );
    const more = Object.fromEntries(
      ["gruppe", "farbe", "marke"].map((name, k): [string, Cell] => [
        name,
        (of) => `${"xyz"[k]}${(of.item + k) >> 1}`,
      ]),
    );
    const all = { date, ...many, ...more, filiale: shop, artikel: item, aktion: offer };
    const found = await proposed([...Object.keys(all), "umsatz"], rowsOf(all));
    expect(found.ids).toHaveLength(2);
    expect(["filiale", "land", "klasse"]).toContain(found.ids.find((name) => name !== "artikel"));
    expect(found.ids).toContain("artikel");
    expect(found.read).toEqual(expect.arrayContaining(["gruppe", "farbe", "marke", "aktion"]));
  });

  it("may be called an id", async () => {
    const all = { date, item_id: item, store_id: shop, dept_id: kind, state_id: region };
    const found = await proposed([...Object.keys(all), "sales"], rowsOf(all));
    expect(found.ids).toEqual(["item_id", "store_id"]);
    expect(found.read).toEqual(["dept_id", "state_id"]);
    expect(readAt(await series(found), 0, "state_id = north")).toBe(1);
  });
});

it("a number that is the same in all rows of a series tells it from others, though each is scaled by itself", async () => {
  const weight: Cell = (of) => [0.5, 1.5, 2][of.item % 3];
  const price: Cell = (of) => 99.5 + 7 * of.shop + of.item;
  const all = { date, shop, item, weight, price };
  const found = await proposed([...Object.keys(all), "sales"], rowsOf(all));
  expect(found.options.seriesScaling).toBe("each");
  // As many prices as there are series are their names once more.
  expect(found.read).toEqual(["weight"]);
  const data = await series(found);
  const weights = (data.parts ?? []).map(({ start }) => readAt(data, start, "weight"));
  expect(new Set(weights).size).toBe(3);
  const [light, heavy] = [weights[0], weights[1]];
  const { shift, scale } = data.input.features[1];
  expect([light * scale + shift, heavy * scale + shift]).toEqual([
    expect.closeTo(0.5, 6),
    expect.closeTo(1.5, 6),
  ]);
});
