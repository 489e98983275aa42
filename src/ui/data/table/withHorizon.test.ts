import { expect, it } from "vitest";
import { forecastFixture } from "../../../store/imports/tableFixture";
import { withHorizon } from "./withHorizon";

it("raises the rows that are forecast behind the last one with the horizon, where they were chosen", () => {
  const chosen = { ...forecastFixture, horizon: 3, ahead: 5 };
  expect(withHorizon(chosen, 12)).toEqual({ ...chosen, horizon: 12, ahead: 12 });
  expect(withHorizon(chosen, 4)).toEqual({ ...chosen, horizon: 4, ahead: 5 });
  expect(withHorizon(forecastFixture, 12)).toEqual({ ...forecastFixture, horizon: 12 });
});
