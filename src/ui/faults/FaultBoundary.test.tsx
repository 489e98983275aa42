import { isValidElement } from "react";
import { describe, expect, it } from "vitest";
import { PartNotLoaded } from "../late/PartNotLoaded";
import { FaultBoundary } from "./FaultBoundary";
import { FaultNote } from "./FaultNote";
import { faultInWords } from "./faultWords";

describe("FaultBoundary", () => {
  it("shows its part until it fails, and then what happened to it", () => {
    const boundary = new FaultBoundary({ what: "The chart", children: "the chart itself" });
    expect(boundary.render()).toBe("the chart itself");
    const error = new RangeError("too many points");
    boundary.state = FaultBoundary.getDerivedStateFromError(error);
    const shown = boundary.render();
    if (!isValidElement(shown)) throw new Error("Nothing is shown in its place.");
    expect(shown.type).toBe(FaultNote);
    expect(shown.props).toMatchObject({ what: "The chart", error });
  });
});

describe("faultInWords", () => {
  it("tells a part that did not come from one that failed", () => {
    expect(faultInWords("The benchmark", new PartNotLoaded(new TypeError("x")))).toMatch(
      /^The benchmark could not be loaded: there may be no connection/,
    );
    expect(faultInWords("The benchmark", new TypeError("x is undefined."))).toBe(
      "The benchmark stopped working, by a defect of this page (x is undefined). Everything else goes on, and so does the run.",
    );
  });

  it("finds words for whatever is thrown, and not too many", () => {
    expect(faultInWords("It", "a string")).toContain("(a string)");
    expect(faultInWords("It", new RangeError(""))).toContain("(RangeError)");
    expect(faultInWords("It", null)).toContain("(null)");
    expect(faultInWords("It", new Error("line\nstack"))).toContain("(line)");
    expect(faultInWords("It", new Error("x".repeat(10_000))).length).toBeLessThan(400);
  });
});
