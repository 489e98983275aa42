/** Draws a picture of the size that the network is trained on. */

import { useCallback } from "react";
import type { Drawing } from "../../data/strokes";
import { usePlayground } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { drawnPicture, penRadius, pictureShape } from "./drawnValues";
import { ProbePad } from "./ProbePad";

export function PicturePad() {
  const { pictureHint } = useAllWords().draw;
  const data = usePlayground((state) => (state.data?.kind === "examples" ? state.data : null));
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
      hint={pictureHint({ width, height })}
      penWidth={2 * penRadius}
      aspectRatio={width / height}
      read={read}
    />
  );
}
