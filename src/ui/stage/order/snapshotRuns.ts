import type { Snapshot } from "../../../session/protocol";

/** Of which run each snapshot is: a new run shows that of the run before until it has one of its own. */
export class SnapshotRuns {
  readonly #runs = new WeakMap<Snapshot, number>();

  /** @param shownId the run on show; a snapshot is of the run under which it was first seen. */
  of(snapshot: Snapshot, shownId: number): number {
    const known = this.#runs.get(snapshot) ?? shownId;
    this.#runs.set(snapshot, known);
    return known;
  }
}
