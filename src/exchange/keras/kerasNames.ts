import type { KerasLayer } from "./kerasLayers";

/** "SimpleRNN" as "simple_rnn", as Keras makes a layer's name of its class. */
export function snakeCase(className: string): string {
  return className
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase();
}

/** Names by class and counter: gru, gru_1, dense. Keras finds a layer's weights by them, whatever the layer is called. */
export function layerNames(layers: readonly Pick<KerasLayer, "className">[]): readonly string[] {
  const counts = new Map<string, number>();
  return layers.map(({ className }) => {
    const name = snakeCase(className);
    const before = counts.get(name) ?? 0;
    counts.set(name, before + 1);
    return before === 0 ? name : `${name}_${before}`;
  });
}
