/** WGSL declarations of an op's slots, and how a shader reads and writes them four at a time. */
import type { Op } from "../../ops/op";

/**
 * For `// #bindings`. A slot of floats is an array of vec4f where `isVector` says so, else of f32, with these functions, whose
 * i counts elements of the tensor either way:
 *
 *     gatesAt(i)                      one item: a vec4f or an f32
 *     gates4(i), gates1(i)            four elements from i on, or one, whatever the array's items are
 *     setGates(i, value)              writes one item
 *     setGates4(i, count, values)     writes the first `count` of four elements, or all four where items are vectors
 *
 * In an array of vectors i is a multiple of 4 (except for `gates1`).
 */
export function bindingLines(op: Op, isVector: (slot: string) => boolean): string[] {
  return Object.entries(op.slots).flatMap(([name, { access, type }], i) => {
    const mode = access === "read" ? "read" : "read_write";
    const declared = (item: string) =>
      `@group(0) @binding(${i + 1}) var<storage, ${mode}> ${name}: array<${item}>;`;
    if (type === "i32") return [declared("i32")];
    const item = isVector(name) ? "vec4f" : "f32";
    const writers = access === "read" ? [] : writersOf(name, item);
    return [declared(item), ...readersOf(name, item), ...writers];
  });
}

function readersOf(name: string, item: "vec4f" | "f32"): string[] {
  if (item === "vec4f") {
    return [
      `fn ${name}At(i: u32) -> vec4f { return ${name}[i / 4u]; }`,
      `fn ${name}4(i: u32) -> vec4f { return ${name}[i / 4u]; }`,
      `fn ${name}1(i: u32) -> f32 { return ${name}[i / 4u][i % 4u]; }`,
    ];
  }
  const four = [0, 1, 2, 3].map((k) => `${name}[i + ${k}u]`).join(", ");
  return [
    `fn ${name}At(i: u32) -> f32 { return ${name}[i]; }`,
    `fn ${name}4(i: u32) -> vec4f { return vec4f(${four}); }`,
    `fn ${name}1(i: u32) -> f32 { return ${name}[i]; }`,
  ];
}

function writersOf(name: string, item: "vec4f" | "f32"): string[] {
  const set = `set${name[0].toUpperCase()}${name.slice(1)}`;
  if (item === "vec4f") {
    return [
      `fn ${set}(i: u32, value: vec4f) { ${name}[i / 4u] = value; }`,
      `fn ${set}4(i: u32, count: u32, values: vec4f) { ${name}[i / 4u] = values; }`,
    ];
  }
  const guarded = [0, 1, 2, 3].map((k) => `if (count > ${k}u) { ${name}[i + ${k}u] = values[${k}]; }`);
  return [
    `fn ${set}(i: u32, value: f32) { ${name}[i] = value; }`,
    `fn ${set}4(i: u32, count: u32, values: vec4f) { ${guarded.join(" ")} }`,
  ];
}
