/** The layers of a network and their directions, as people call them. */
import type { SnapshotLayer } from "../../session/protocol";
import type { Words } from "../../words/catalogue";

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

function numberAndDirection(layers: readonly LayerShape[], index: number) {
  const { layer, reverse } = layers[index];
  const direction = reverse ? "backwards" : "forwards";
  return { number: layer + 1, direction: isBidirectional(layers) ? direction : null } as const;
}

/** "layer 2", or "layer 2, backwards" of a network of both directions; layers are counted from 1. */
export const layerName = ({ stage }: Words, layers: readonly LayerShape[], index: number): string =>
  stage.layerName(numberAndDirection(layers, index));

/** The same on its own: "Layer 2". */
export const layerOption = ({ stage }: Words, layers: readonly LayerShape[], index: number): string =>
  stage.layerOption(numberAndDirection(layers, index));

/** What a layer has and reads, in a sentence. */
export function layerAbout({ stage }: Words, layers: readonly LayerShape[], index: number): string {
  const { layer, reverse, hiddenSize } = layers[index];
  return stage.layerAbout({
    units: hiddenSize,
    below: layer === 0 ? null : layer,
    both: isBidirectional(layers),
    reverse,
  });
}
