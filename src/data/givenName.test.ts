import { expect, it } from "vitest";
import { message } from "../words/message";
import { nameGiven } from "./givenName";

it("says which row a number is, and leaves names and messages as they are", () => {
  const named = message("table.windowFrom", { name: "id a", row: 7 });
  expect([7, "row 7", "", named].map(nameGiven)).toEqual([
    message("table.rowNamed", { row: 7 }),
    "row 7",
    "",
    named,
  ]);
});
