/** Bytes that are no checkpoint, or none that can be used. The message says which and what to do, in whole sentences. */
export class CheckpointError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CheckpointError";
  }
}
