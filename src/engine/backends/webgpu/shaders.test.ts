import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { matmulNT } from "../../ops/matmul";
import { bindingLines } from "./bindings";
import { shaderSource } from "./shaders";

const parameters = {
  arrangement: "NT",
  rows: 8,
  quads: 2,
  lanesX: 4,
  lanesY: 4,
  split: 1,
  isSplit: false,
  aStride: "dims.K",
  bStride: "dims.K",
  hasRemainder: false,
  inQuads: false,
};

const bindings = bindingLines(matmulNT, (slot) => slot === "a");
const { code, origins } = shaderSource("matmul", parameters, bindings);
const lines = code.split("\n");

test("loops are written out, and blocks whose parameter is off left out", () => {
  expect(lines.filter((line) => /^ *sum\d_\d \+=/.test(line))).toHaveLength(16);
  expect(code).not.toContain("workgroupBarrier");
  expect(shaderSource("matmul", { ...parameters, isSplit: true }).code).toContain("workgroupBarrier");
  expect(code).not.toMatch(/\$\{|\/\/ #/);
});

test("`r/4*4` and `r%4` are a number's multiple of four and the rest", () => {
  const { code } = shaderSource("matmul", { ...parameters, arrangement: "TN" }, bindings);
  expect(code).toContain("sum7_1 += right1 * left4[3];");
});

test("bindings declare the slots in the op's order, as vectors or as numbers", () => {
  expect(code).toContain("@group(0) @binding(1) var<storage, read> a: array<vec4f>;");
  expect(code).toContain("@group(0) @binding(3) var<storage, read_write> c: array<f32>;");
});

test("every line knows the file and the line that it comes from", async () => {
  for (const found of ["fn store(", "let w0_0 ="]) {
    const i = lines.findIndex((line) => line.trimStart().startsWith(found));
    const { file, line } = origins[i];
    const source = await readFile(new URL(`../../../../${file}`, import.meta.url), "utf8");
    expect(source.split("\n")[line - 1].replaceAll(/\$\{q\}/g, "0")).toContain(found);
  }
  expect(origins).toHaveLength(lines.length);
});

test("a parameter that nobody gave and a file that is not there are errors that say where", () => {
  expect(() => shaderSource("matmul", {})).toThrow(
    /^shaders\/matmul\.wgsl:\d+: there is no parameter "rows"\.$/,
  );
  expect(() => shaderSource("nothing")).toThrow("There is no shader shaders/nothing.wgsl.");
});
