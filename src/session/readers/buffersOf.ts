import type { ExampleData } from "../../data/exampleData";
import type { SeriesData } from "../../data/examples";

/** The memory of what was made ready: it is never used again in the worker, so it moves instead of being copied. */
export function buffersOf(data: ExampleData | null): ArrayBuffer[] {
  if (!data) return [];
  return [...new Set(arraysOf(data).map(({ buffer }) => buffer))];
}

function arraysOf(data: ExampleData) {
  switch (data.kind) {
    case "series":
      return [data.rows, data.targets, ...(data.known ? [data.known] : []), ...namesOf(data)];
    case "sequences":
      return [data.lengths, data.inputs, data.answers, data.train, data.heldOut];
    case "task":
      return [];
  }
}

const namesOf = ({ times }: SeriesData) =>
  "kind" in times ? [times.bytes, times.ends] : times instanceof Int32Array ? [times] : [];
