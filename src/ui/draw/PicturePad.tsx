/** Draws a picture of the size that the network is trained on. */
import { useCallback } from "react";
import { useStore } from "zustand";
import type { Drawing } from "../../data/strokes";
import type { PlaygroundStore } from "../../store/store";
import { drawnPicture, penRadius, pictureShape } from "./drawnValues";
import { ProbePad } from "./ProbePad";

export function PicturePad({ store }: { readonly store: PlaygroundStore }) {
  const data = useStore(store, (state) => (state.data?.kind === "examples" ? state.data : null));
  const shape = data && pictureShape(data);
  const read = useCallback(
    (drawing: Drawing) => {
      if (data?.input.kind !== "features") return null;
      const size = pictureShape(data);
      return size && drawnPicture(drawing, size, data.input);
    },
    [data],
  );
  if (!shape) return null;
  const { width, height } = shape;
  return (
    <ProbePad
      store={store}
      hint={`Read as ${width} × ${height} pixels, as it lies on the pad: draw it large and in the middle. With the keyboard, choose an example above.`}
      penWidth={2 * penRadius}
      aspectRatio={width / height}
      read={read}
    />
  );
}
