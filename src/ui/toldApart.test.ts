import { expect, it } from "vitest";
import { toldApart } from "./toldApart";

it("leaves out what names have in common, up to the word in which they differ", () => {
  expect(toldApart(["Category 01 – chairs", "Category 02 – tables", "Other things here"], 10)).toEqual([
    "…01 – chairs",
    "…02 – tables",
    "Other things here",
  ]);
  expect(toldApart(["walking_upstairs", "walking_downstairs", "laying"], 8)).toEqual([
    "…upstairs",
    "…downstairs",
    "laying",
  ]);
  expect(toldApart(["imageclass0001", "imageclass0012"], 10)).toEqual(["…01", "…12"]);
});

it("leaves it out of all long names that begin so, and never all of a name", () => {
  expect(toldApart(["Category 01 – a", "Category 02 – b", "Category 30 – c", "Category 9"], 10)).toEqual([
    "…01 – a",
    "…02 – b",
    "…30 – c",
    "Category 9",
  ]);
  expect(toldApart(["aaaaaaaaaaaa", "aaaaaaaaaaaab"], 6)).toEqual(["…a", "…ab"]);
  expect(toldApart(["walking fast", "walking fast today"], 6)).toEqual(["…fast", "…fast today"]);
});

it("keeps some of the beginning where the ends are those of others", () => {
  const names = ["Kitchen appliance 1", "Kitchen appliance 2", "Bedroom appliance 1", "Bedroom appliance 2"];
  expect(toldApart(names, 10)).toEqual(["…1", "…2", "Bedro…1", "Bedro…2"]);
});

it("does so again where the rests begin alike", () => {
  const names = [
    "Household appliances: kitchen 1",
    "Household appliances: kitchen 2",
    "Household appliances: bath",
  ];
  expect(toldApart(names, 10)).toEqual(["…kitchen 1", "…kitchen 2", "…bath"]);
  expect(toldApart(names, 8)).toEqual(["…1", "…2", "…bath"]);
});

it("leaves names alone that differ where they are seen, and the same name twice", () => {
  const names = ["walking", "walking upstairs", "sit"];
  expect(toldApart(names, 10)).toEqual(names);
  expect(toldApart(["a long name", "a long name"], 4)).toEqual(["a long name", "a long name"]);
  expect(toldApart([], 4)).toEqual([]);
});

it("counts letters of wide scripts twice, and cuts no letter in two", () => {
  expect(toldApart(["华北地区第一观测站", "华北地区第二观测站"], 10)).toEqual(["…一观测站", "…二观测站"]);
  expect(toldApart(["华北一观测站", "华北二观测站"], 10)).toEqual(["华北一观测站", "华北二观测站"]);
  expect(toldApart(["👩‍🌾👩‍🌾👩‍🌾a", "👩‍🌾👩‍🌾👩‍🌾b"], 4)).toEqual(["…a", "…b"]);
});
