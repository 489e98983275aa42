/** A generated text in words: how long it is, and which weights wrote it. */
import type { Generation } from "../../store/state";
import { type Message, message } from "../../words/message";

export const generationInWords = (
  { tokens, unit, running, runId, step }: Generation,
  currentRunId: number,
): Message =>
  message("generate.written", {
    written: tokens.reduce((count, token) => count + (token.prompt ? 0 : 1), 0),
    unit,
    earlier: runId !== currentRunId,
    step,
    running,
  });
