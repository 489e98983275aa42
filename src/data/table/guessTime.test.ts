import { expect, it } from "vitest";
import { atOnce } from "../inTurns";
import { guessTime } from "./guessTime";
import { describedOf } from "./testing";

const day = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
const two = (value: number) => String(value).padStart(2, "0");
const timeOf = async (name: string, clock: (i: number) => string, date = day) => {
  const rows = Array.from({ length: 60 }, (_, i) => `${date(i)},${clock(i)},${(i * 7) % 13}`);
  return atOnce(guessTime(await describedOf(`Date,${name},Steps\n${rows.join("\n")}`)));
};
const lasting = (i: number) => `${(i * 5) % 4}:${two((i * 17) % 60)}:${two((i * 29) % 60)}`;

it.each(["Activity Time", "Fahrzeit", "Screen Time"])("%s beside even days is no clock", async (name) => {
  expect(await timeOf(name, lasting)).toEqual([0]);
});

it("nor is one that takes about as long every day", async () => {
  expect(await timeOf("Activity Time", (i) => `0:${two(50 + ((i * 7) % 9))}:00`)).toEqual([0]);
});

it("a clock that is read at about the same time of every day is one", async () => {
  expect(await timeOf("Time", (i) => `08:${two((i * 7) % 20)}`)).toEqual([0, 1]);
});

it("a clock that tells the rows of a day apart is one, whatever its name", async () => {
  expect(
    await timeOf(
      "Start Time",
      (i) => `${two((i % 3) * 8)}:00`,
      (i) => day(Math.floor(i / 3)),
    ),
  ).toEqual([0, 1]);
});
