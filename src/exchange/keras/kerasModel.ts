/** What `config.json` of a `.keras` file says of a network whose layers stand one behind the other. */
import * as v from "valibot";
import { failure, type Result, success } from "../../data/result";
import { message } from "../../words/message";
import { jsonOf } from "../ourMetadata";
import { layerNames } from "./kerasNames";

const settingsEntries = {
  name: v.optional(v.string()),
  activation: v.optional(v.unknown()),
  recurrent_activation: v.optional(v.unknown()),
  go_backwards: v.optional(v.boolean(), false),
  merge_mode: v.optional(v.unknown()),
  reset_after: v.optional(v.boolean(), true),
  return_sequences: v.optional(v.boolean(), false),
  num_tokens: v.optional(v.number(), 0),
  output_mode: v.optional(v.string()),
};
const innerSchema = v.object({ class_name: v.string(), config: v.object(settingsEntries) });
/** A layer's name, which of its calls, which of its outputs. */
const historySchema = v.strictTuple([v.string(), v.number(), v.number()]);
const tensorSchema = v.object({ config: v.object({ keras_history: historySchema }) });
/** The name of the layer that gives the one output; null where there are several. */
const outputSchema = v.fallback(
  v.nullable(
    v.pipe(
      v.union([
        historySchema,
        v.pipe(
          v.strictTuple([historySchema]),
          v.transform(([only]) => only),
        ),
      ]),
      v.transform(([name]) => name),
    ),
  ),
  null,
);
const layerSchema = v.object({
  class_name: v.string(),
  config: v.object({
    ...settingsEntries,
    layer: v.optional(innerSchema),
    backward_layer: v.optional(innerSchema),
  }),
  /** Of a model that is no `Sequential`: what each call of the layer reads. */
  inbound_nodes: v.optional(v.array(v.object({ args: v.array(v.unknown()), kwargs: v.unknown() })), []),
});
const modelSchema = v.object({
  class_name: v.string(),
  config: v.object({
    layers: v.array(layerSchema),
    output_layers: v.optional(outputSchema, null),
  }),
});

/** A layer, or one that another wraps. */
export type KerasPart = v.InferOutput<typeof innerSchema>;

/** A layer, and where its variables stand among the weights. */
export interface ChainedLayer extends v.InferOutput<typeof layerSchema> {
  readonly place: string;
}

/** The layers but that of the input, each of which reads what the one before gives. */
export function readModel(config: Uint8Array): Result<readonly ChainedLayer[]> {
  const model = v.safeParse(modelSchema, jsonOf(new TextDecoder().decode(config)));
  if (!model.success) return failure(message("exchange.cutOff", { format: "keras" }));
  const { class_name, config: settings } = model.output;
  const stray = class_name === "Sequential" ? null : strayOf(settings.layers, settings.output_layers);
  if (stray !== null) return failure(message("exchange.unknownPart", { name: stray }));
  const layers = settings.layers.filter(({ class_name: name }) => name !== "InputLayer");
  const names = layerNames(layers.map(({ class_name: className }) => ({ className })));
  return success(layers.map((layer, i) => ({ ...layer, place: `layers/${names[i]}` })));
}

type Layers = v.InferOutput<typeof modelSchema>["config"]["layers"];

/** The name of a layer that is called more than once, or reads something else than the one before gives; null where none does. */
function strayOf(layers: Layers, output: string | null): string | null {
  for (const [i, { class_name, config, inbound_nodes }] of layers.entries()) {
    if (i === 0 && class_name === "InputLayer") continue;
    const [call, ...others] = inbound_nodes;
    const read = call && others.length === 0 && call.args.length === 1 ? call.args[0] : null;
    const tensor = v.safeParse(tensorSchema, read);
    const isNext = tensor.success && tensor.output.config.keras_history[0] === layers[i - 1]?.config.name;
    // A state to begin with, say, is a tensor among the named arguments.
    if (!isNext || JSON.stringify(call.kwargs).includes("keras_history")) return config.name ?? class_name;
  }
  return output === layers.at(-1)?.config.name ? null : "output_layers";
}
