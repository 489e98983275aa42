/** Draws strokes that are read while they are drawn. */
import { useAllWords } from "../words/useWords";
import { drawnStroke } from "./drawnValues";
import { ProbePad } from "./ProbePad";

export function StrokePad() {
  const { strokeHint } = useAllWords().draw;
  return <ProbePad hint={strokeHint} penWidth={0.025} aspectRatio={1} read={drawnStroke} />;
}
