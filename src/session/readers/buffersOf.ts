import type { ExampleData } from "../../data/exampleData";

/** The memory of what was made ready: it is never used again in the worker, so it moves instead of being copied. */
export function buffersOf(data: ExampleData | null): ArrayBuffer[] {
  if (!data) return [];
  return [...new Set(arraysOf(data).map(({ buffer }) => buffer))];
}

function arraysOf(data: ExampleData) {
  switch (data.kind) {
    case "series":
      return [data.rows, data.targets];
    case "sequences":
      return [data.lengths, data.inputs, data.answers, data.train, data.heldOut];
    case "task":
      return [];
  }
}
