/** Draws strokes that are read while they are drawn. */
import { drawnStroke } from "./drawnValues";
import { ProbePad } from "./ProbePad";

export function StrokePad() {
  return (
    <ProbePad
      hint="Read as movements of the pen while you draw; size, place and speed do not matter. With the keyboard, choose an example above."
      penWidth={0.025}
      aspectRatio={1}
      read={drawnStroke}
    />
  );
}
