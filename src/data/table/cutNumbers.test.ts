import { expect, it } from "vitest";
import { message } from "../../words/message";
import { cellsOf, describedOf } from "./testing";

const lines = (count: number, lineOf: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => `${lineOf(i)}\n`).join("");
const day = (i: number) => `${String(i + 1).padStart(2, "0")}.01.2023`;

async function readAs(text: string, format = {}) {
  const { table, preview } = await describedOf(text, { format });
  const problem = preview.problems.find(({ kind }) => kind === "fewNames");
  return {
    names: table.names,
    kinds: preview.columns.map(({ type }) => type.kind),
    row: cellsOf(table)[4],
    decimal: preview.format.decimal,
    said: problem?.message,
    choices: problem?.choices.map(({ change, chosen }) => [change, chosen]),
  };
}

const facts = { decimalsJoined: true, canBeJoined: true, isNamed: false };
const joinedOrNot = (joined: boolean) => [
  [{ kind: "format", format: { decimalsJoined: true } }, joined],
  [{ kind: "format", format: { decimalsJoined: false } }, !joined],
];

const one = `Datum,Wert\n${lines(20, (i) => `${day(i)},${i % 7},${i % 10}`)}`;

it("makes a number whole that a decimal comma has cut in two, and says so", async () => {
  expect(await readAs(one)).toEqual({
    names: ["Datum", "Wert"],
    kinds: ["date", "number"],
    row: ["05.01.2023", "4,4"],
    decimal: ",",
    said: message("table.fewNames", { row: 1, names: 2, cells: 3, example: "0,0", ...facts }),
    choices: joinedOrNot(true),
  });
});

it("leaves both cells where somebody wants them, and asks", async () => {
  expect(await readAs(one, { decimalsJoined: false })).toMatchObject({
    names: ["Datum", "Wert", "#3"],
    row: ["05.01.2023", "4", "4"],
    said: message("table.fewNames", {
      row: 1,
      names: 2,
      cells: 3,
      example: "0,0",
      ...facts,
      decimalsJoined: false,
    }),
    choices: joinedOrNot(false),
  });
});

it("makes several numbers of a row whole, below a title, beside words and whole numbers", async () => {
  const text = `Export\nDatum,A,B\n${lines(20, (i) => `${day(i)},-${i},${i % 10},${i % 3},05`)}`;
  expect(await readAs(text)).toMatchObject({
    names: ["Datum", "A", "B"],
    row: ["05.01.2023", "-4,4", "1,05"],
  });
  const some = `Datum,A,Ort\n${lines(20, (i) => (i === 4 ? `${day(i)},7,Ulm` : `${day(i)},${i},${i % 10},Ulm`))}`;
  expect(await readAs(some)).toMatchObject({ names: ["Datum", "A", "Ort"], row: ["05.01.2023", "7", "Ulm"] });
});

it("takes the end with zeros for decimals, and asks where nothing tells which cells are one number", async () => {
  const ends = `Datum,n,Wert\n${lines(20, (i) => `${day(i)},${i},3,${i % 2 ? "05" : "70"}`)}`;
  expect(await readAs(ends)).toMatchObject({ row: ["05.01.2023", "4", "3,70"] });
  const doubtful = `Datum,n,Wert\n${lines(20, (i) => `${day(i)},${i},3,${i}`)}`;
  expect(await readAs(doubtful)).toMatchObject({
    names: ["Datum", "n", "Wert", "#4"],
    row: ["05.01.2023", "4", "3", "4"],
    said: message("table.fewNames", {
      ...{ row: 1, names: 3, cells: 4, example: "0,3" },
      ...{ decimalsJoined: false, canBeJoined: false, isNamed: false },
    }),
    choices: [],
  });
});

it.each([
  ["words", (i: number) => `r${i}`],
  ["counted", (i: number) => `${i + 1}`],
])("gives the names to the other columns where the first has %s names of the rows", async (_, nameOf) => {
  expect(await readAs(`temp,rain\n${lines(20, (i) => `${nameOf(i)},${i % 7},${i % 3}`)}`)).toMatchObject({
    names: ["#1", "temp", "rain"],
    row: [nameOf(4), "4", "1"],
    said: message("table.fewNames", {
      ...{ row: 1, names: 2, cells: 3, example: null },
      ...{ decimalsJoined: false, canBeJoined: false, isNamed: true },
    }),
  });
});

it("says that columns have no name where no cells are one number", async () => {
  expect(await readAs(`Datum,a\n${lines(20, (i) => `${day(i)},${i % 7}.5,${i % 3}`)}`)).toMatchObject({
    names: ["Datum", "a", "#3"],
    said: message("table.fewNames", {
      ...{ row: 1, names: 2, cells: 3, example: null },
      ...{ decimalsJoined: false, canBeJoined: false, isNamed: false },
    }),
  });
});

it.each([
  ["a delimiter ends each row", `Datum,a,b\n${lines(20, (i) => `${day(i)},${i % 7},${i % 3},`)}`],
  ["the first name is empty", `,a,b\n${lines(20, (i) => `${i},${i % 7},${i % 3}`)}`],
  ["there are as many names", `Datum,a,b\n${lines(20, (i) => `${day(i)},${i % 7},${i % 3}`)}`],
])("says nothing where %s", async (_, text) => {
  const { said, row } = await readAs(text);
  expect(said).toBeUndefined();
  expect(row.slice(1, 3)).toEqual(["4", "1"]);
});
