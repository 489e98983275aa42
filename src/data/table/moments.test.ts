import { expect, it } from "vitest";
import { momentOf, momentText } from "./moments";

it("reads days, months and times of day, and writes them so that they are read again", () => {
  expect(momentOf("2024-02-29", true)).toBe(Date.UTC(2024, 1, 29));
  expect(momentOf(" 2024-3 ", true)).toBe(Date.UTC(2024, 2, 1));
  expect(momentOf("2024-02-29 23:45", true)).toBe(Date.UTC(2024, 1, 29, 23, 45));
  for (const text of ["2024-02-29", "1958-01-01", "2024-02-29 23:45:00"]) {
    const moment = momentOf(text, true);
    expect(moment !== null && momentText(moment, true)).toBe(text);
  }
  expect(momentOf("12,5", false)).toBe(12.5);
  expect(momentText(12.5, false)).toBe("12.5");
});

it("takes nothing that is no date or number", () => {
  for (const text of ["2023-02-29", "2024-13-01", "2024-01-01 24:00", "2024", "soon", ""])
    expect(momentOf(text, true)).toBeNull();
  for (const text of ["", "soon", "∞"]) expect(momentOf(text, false)).toBeNull();
});
