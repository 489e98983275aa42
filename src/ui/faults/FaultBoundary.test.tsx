import { isValidElement } from "react";
import { describe, expect, it } from "vitest";
import { englishWords } from "../../words/english";
import { PartNotLoaded } from "../late/PartNotLoaded";
import { FaultBoundary } from "./FaultBoundary";
import { FaultNote } from "./FaultNote";
import { faultInWords } from "./faultWords";

describe("FaultBoundary", () => {
  it("shows its part until it fails, and then what happened to it", () => {
    const boundary = new FaultBoundary({ what: "chart", children: "the chart itself" });
    expect(boundary.render()).toBe("the chart itself");
    const error = new RangeError("too many points");
    boundary.state = FaultBoundary.getDerivedStateFromError(error);
    const shown = boundary.render();
    if (!isValidElement(shown)) throw new Error("Nothing is shown in its place.");
    expect(shown.type).toBe(FaultNote);
    expect(shown.props).toMatchObject({ what: "chart", error });
  });
});

describe("faultInWords", () => {
  it("tells a part that did not come from one that failed", () => {
    expect(faultInWords(englishWords, "benchmark", new PartNotLoaded(new TypeError("x")))).toMatch(
      /^The benchmark could not be loaded: the connection may be down/,
    );
    expect(faultInWords(englishWords, "benchmark", new TypeError("x is undefined."))).toBe(
      "The benchmark stopped working because of a defect in this page (x is undefined). Everything else goes on, and so does the run.",
    );
  });

  it("finds words for whatever is thrown, and not too many", () => {
    expect(faultInWords(englishWords, "cell", "a string")).toContain("(a string)");
    expect(faultInWords(englishWords, "cell", new RangeError(""))).toContain("(RangeError)");
    expect(faultInWords(englishWords, "cell", "")).toContain("(no message)");
    expect(faultInWords(englishWords, "cell", null)).toContain("(null)");
    expect(faultInWords(englishWords, "cell", new Error("line\nstack"))).toContain("(line)");
    expect(faultInWords(englishWords, "cell", new Error("x".repeat(10_000))).length).toBeLessThan(400);
  });
});
