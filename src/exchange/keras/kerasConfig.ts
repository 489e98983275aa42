import type { KerasLayer, KerasNetwork, KerasValue } from "./kerasLayers";
import { layerNames } from "./kerasNames";

/** The version of Keras that the form is of, and that loads what is written here. */
export const kerasVersion = "3.15.1";

/** `config.json`: a `Sequential` with no more of each layer than Keras cannot know by itself. */
export function kerasConfig({ input, layers }: KerasNetwork): unknown {
  const names = layerNames(layers);
  return {
    module: "keras",
    class_name: "Sequential",
    config: {
      name: "sequential",
      layers: [
        {
          module: "keras.layers",
          class_name: "InputLayer",
          config: { batch_shape: input.shape, dtype: input.dtype, name: "input_layer" },
          registered_name: null,
        },
        ...layers.map((layer, i) => layerConfig(layer, names[i])),
      ],
    },
    registered_name: null,
    build_config: { input_shape: input.shape },
  };
}

function layerConfig({ className, settings }: KerasLayer, name: string): unknown {
  return {
    module: "keras.layers",
    class_name: className,
    config: Object.assign({ name }, ...settings.map(([key, value]) => ({ [key]: configValue(value, name) }))),
    registered_name: null,
  };
}

function configValue(value: KerasValue, name: string): unknown {
  return typeof value === "object" && value !== null && "className" in value
    ? layerConfig(value, `forward_${name}`)
    : value;
}
