/** Kernels read a job by the fields of a class, and the host writes it by an op's dimensions and slots: in the same order. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { allOps } from "../../ops/registry";
import { planKernels } from "./kernelTable";

const folder = path.join(import.meta.dirname, "kernels");

/** Where a kernel is for several ops, which call the same thing differently. */
const aliases: Readonly<Record<string, string>> = {
  logits: "outputs",
  dLogits: "gradient",
  dOutputs: "gradient",
};

/** The fields of every class of a file, with those of the class that it extends. */
function classesOf(source: string, known: ReadonlyMap<string, string[]>): Map<string, string[]> {
  const classes = new Map(known);
  for (const [, name, base, body] of source.matchAll(
    /^(?:export )?class (\w+)(?: extends (\w+))? \{([^}]*)\}/gm,
  )) {
    const own = Array.from(body.matchAll(/^ {2}(\w+): \w+;/gm), ([, field]) => field);
    classes.set(name, [...(classes.get(base) ?? []), ...own]);
  }
  return classes;
}

/** The fields of each kernel's job. */
function jobsOf(): Map<string, string[]> {
  const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
  const shared = classesOf(read("recurrent.ts"), new Map());
  const jobs = new Map<string, string[]>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
    const classes = classesOf(read(file), shared);
    for (const [, kernel, job] of read(file).matchAll(/^export function (\w+)\(job: (\w+)/gm))
      jobs.set(kernel, classes.get(job) ?? []);
  }
  return jobs;
}

test.each(allOps.map((op) => ({ op })))("the kernels of $op.name read what the host writes", ({ op }) => {
  const jobs = jobsOf();
  const dims = Object.fromEntries(op.dims.map((dim) => [dim, 1]));
  const kernels = planKernels(op, dims)?.launches.map(({ kernel }) => kernel) ?? [];
  expect(kernels.length).toBeGreaterThan(0);
  const words = [...op.dims, ...Object.keys(op.slots)];
  for (const kernel of kernels) {
    const fields = (jobs.get(kernel) ?? []).filter((field) => field !== "scratch");
    const isGeneral = fields.includes("outputs");
    expect(fields, kernel).toEqual(isGeneral ? words.map((word) => aliases[word] ?? word) : words);
  }
});
