/** The layers of a network and their directions, as people call them. */
import { counted } from "../../data/phrases";
import type { SnapshotLayer } from "../../session/protocol";

export type LayerShape = Pick<SnapshotLayer, "layer" | "reverse" | "hiddenSize">;

/** The same object as long as the network has the same layers. */
export function layerShapes(
  found: readonly LayerShape[],
  previous: readonly LayerShape[] | null,
): readonly LayerShape[] {
  const same =
    previous?.length === found.length &&
    found.every((one, i) => {
      const other = previous[i];
      return (
        one.layer === other.layer && one.reverse === other.reverse && one.hiddenSize === other.hiddenSize
      );
    });
  return same ? previous : found.map(({ layer, reverse, hiddenSize }) => ({ layer, reverse, hiddenSize }));
}

const isBidirectional = (layers: readonly LayerShape[]) => layers.some(({ reverse }) => reverse);

/** "layer 2", or "layer 2, backwards" of a network of both directions; layers are counted from 1. */
export function layerName(layers: readonly LayerShape[], index: number): string {
  const { layer, reverse } = layers[index];
  const direction = isBidirectional(layers) ? `, ${reverse ? "backwards" : "forwards"}` : "";
  return `layer ${layer + 1}${direction}`;
}

/** What a layer has and reads, in a sentence. */
export function layerAbout(layers: readonly LayerShape[], index: number): string {
  const { layer, reverse, hiddenSize } = layers[index];
  const below = isBidirectional(layers) ? `both directions of layer ${layer}` : `layer ${layer}`;
  const input = layer === 0 ? "the sequence" : below;
  const way = reverse ? ", from the last step to the first" : "";
  return `${counted(hiddenSize, "unit")}; reads ${input}${way}.`;
}
