/** The files of golden cases, and what is in them. */
import * as v from "valibot";
import type { ComparedResult } from "./compare";
import { arraySchema } from "./schema";

export interface GoldenCase {
  readonly name: string;
  readonly case: Readonly<Record<string, unknown>>;
  readonly expected: ComparedResult;
}

const namedSchema = v.record(v.string(), arraySchema);
const reading = { outputs: arraySchema, states: namedSchema };

const goldenSchema = v.array(
  v.strictObject({
    name: v.string(),
    case: v.record(v.string(), v.unknown()),
    expected: v.strictObject({
      ...reading,
      gates: v.exactOptional(namedSchema),
      loss: v.number(),
      gradients: namedSchema,
      losses: v.array(v.number()),
      edited: v.exactOptional(v.strictObject({ ...reading, gates: namedSchema })),
      trace: v.exactOptional(v.strictObject({ x: arraySchema, states: namedSchema })),
    }),
  }),
);

/** The text of a golden file. Throws `ValiError` where it has another form. */
export const parseGolden = (text: string): readonly GoldenCase[] => v.parse(goldenSchema, JSON.parse(text));
