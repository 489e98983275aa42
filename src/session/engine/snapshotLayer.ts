import type { LayerInspection } from "../../engine/train/inspector";
import type { SnapshotLayer } from "../protocol";

/** What an inspection saw of a layer, as it is sent to the page: plain data, without what only the engine asks for. */
export function snapshotLayer({ reverse, planes, state, ...rest }: LayerInspection): SnapshotLayer {
  return {
    ...rest,
    reverse: reverse === 1,
    planes: planes.map(({ name, first, width, range }) => ({ name, first, width, range })),
    hidden: state,
  };
}
