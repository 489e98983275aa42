/** Checkpoints as the page keeps them: bytes. */
import { blobOf } from "../../blobOf";
import { failure, type Result, success } from "../../data/result";
import type { Checkpoint } from "../../engine/train/checkpoint";
import { decodeCheckpoint } from "../../engine/train/decodeCheckpoint";
import { checkpointParts } from "../../engine/train/encodeCheckpoint";
import { message } from "../../words/message";
import type { SavedState } from "../protocol";

export const savedState = async (checkpoint: Checkpoint): Promise<SavedState> => ({
  step: checkpoint.step,
  bytes: await blobOf(checkpointParts(checkpoint)),
});

/** Whatever it is that was kept: where it is no checkpoint, or cannot be read any more, that is said. */
export async function readSaved({ bytes }: SavedState): Promise<Result<Checkpoint>> {
  try {
    return success(decodeCheckpoint(new Uint8Array(await bytes.arrayBuffer())));
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return failure(message("engine.savedUnreadable", { said }));
  }
}
