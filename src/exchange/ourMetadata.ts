import * as v from "valibot";
import type { NetworkConfig } from "../engine/model/config";
import { fieldsSchema } from "../engine/train/checkpointHeader";
import { type Meaning, noMeaning } from "./network";

const scalings = v.array(
  v.object({ name: v.string(), unit: v.nullable(v.string()), shift: v.number(), scale: v.number() }),
);
const meaningSchema = v.object({
  vocabulary: v.array(v.string()),
  features: scalings,
  labels: v.array(v.string()),
  outputs: scalings,
});

const { training, step, progress, generator } = fieldsSchema.entries;
const runSchema = v.object({ training, step, progress, generator });
export type RunState = v.InferOutput<typeof runSchema>;

/** What a file of ours says of itself (`metadata.ts`), as far as it can be read. */
export interface OurMetadata {
  readonly config: NetworkConfig | null;
  readonly meaning: Meaning;
  readonly run: RunState | null;
}

export function ourMetadata(metadata: ReadonlyMap<string, string>): OurMetadata {
  return {
    config: parsed(fieldsSchema.entries.config, metadata.get("config")),
    meaning: parsed(meaningSchema, metadata.get("meaning")) ?? noMeaning,
    run: parsed(runSchema, metadata.get("run")),
  };
}

function parsed<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string | undefined,
): v.InferOutput<Schema> | null {
  if (text === undefined) return null;
  const read = v.safeParse(schema, jsonOf(text));
  return read.success ? read.output : null;
}

/** Null where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
