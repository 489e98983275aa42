import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { DefaultTooltipContent } from "recharts";
import { expect, it } from "vitest";
import { tooltipLook } from "./chartStyle";

it("a tooltip has a wide space between a name and its value, and no sign that is one language's", () => {
  for (const name of ["Validation", "验证损失"]) {
    const payload = [{ graphicalItemId: "0", dataKey: "loss", name, value: "2.31" }];
    const drawn = renderToStaticMarkup(
      <DefaultTooltipContent {...tooltipLook} label="100" payload={payload} />,
    );
    expect(drawn.replace(/<[^>]*>/g, "")).toBe(`100${name}\u20022.31`);
  }
});

it("every chart's tooltip is that one", () => {
  const ui = path.join(import.meta.dirname, "..");
  const tooltips = readdirSync(ui, { recursive: true, encoding: "utf-8" })
    .filter((name) => name.endsWith(".tsx") && !name.endsWith(".test.tsx"))
    .map((name) => readFileSync(path.join(ui, name), "utf-8"))
    .filter((source) => source.includes('from "recharts"'))
    .flatMap((source) => source.match(/<Tooltip\b[^>]*/g) ?? []);
  expect(tooltips.length).toBeGreaterThan(1);
  for (const tooltip of tooltips) expect(tooltip).toMatch(/^<Tooltip \{\.\.\.tooltipLook\}/);
});
