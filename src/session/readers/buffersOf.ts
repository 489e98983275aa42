import type { ExampleData } from "../../data/exampleData";
import type { SeriesData } from "../../data/examples";
import { largeBytes, type NumberArray, type SpareCopy } from "../spareCopies";

/** The memory of what was made ready: it is never used again in the worker, so it moves instead of being copied. */
export function buffersOf(data: ExampleData | null): ArrayBuffer[] {
  if (!data) return [];
  return [...new Set(arraysOf(data).map(({ buffer }) => buffer))];
}

/** What was made ready, as it is posted: with copies of its large arrays, so that the page need not make them. */
export function withSpares<E extends { readonly data: ExampleData }>(event: E) {
  const spares = arraysOf(event.data)
    .filter(({ byteLength }) => byteLength >= largeBytes)
    .map((array): SpareCopy => [array, array.slice()]);
  const transfer = [...buffersOf(event.data), ...spares.map(([, copy]) => copy.buffer)];
  return { message: { ...event, spares }, transfer };
}

function arraysOf(data: ExampleData): readonly NumberArray[] {
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
