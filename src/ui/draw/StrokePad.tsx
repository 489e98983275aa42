/** Draws strokes that are read while they are drawn. */
import type { PlaygroundStore } from "../../store/store";
import { drawnStroke } from "./drawnValues";
import { ProbePad } from "./ProbePad";

export function StrokePad({ store }: { readonly store: PlaygroundStore }) {
  return (
    <ProbePad
      store={store}
      hint="Read as movements of the pen while you draw; size, place and speed do not matter. With the keyboard, choose an example above."
      penWidth={0.025}
      aspectRatio={1}
      read={drawnStroke}
    />
  );
}
