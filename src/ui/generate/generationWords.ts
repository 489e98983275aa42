/** A generated text in words: how long it is, and which weights wrote it. */
import { counted, formatCount } from "../../data/phrases";
import type { Generation } from "../../store/state";
import { unitWords } from "../stepWords";

export function generationInWords(
  { tokens, unit, running, runId, step }: Generation,
  currentRunId: number,
): string {
  const written = tokens.reduce((count, token) => count + (token.prompt ? 0 : 1), 0);
  const weights =
    runId === currentRunId
      ? `by the weights of step ${formatCount(step)}`
      : `by an earlier run, at its step ${formatCount(step)}`;
  return `${counted(written, unitWords[unit].one)} written ${weights}${running ? " …" : "."}`;
}
