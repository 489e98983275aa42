/** What a question of another table comes to. */
import type { Said } from "../../../words/message";
import type { ExampleData } from "../../exampleData";

export interface SecondOutcome {
  /** What is new or missing. */
  readonly notes: readonly Said[];
  /** Why nothing can be answered. */
  readonly problem: Said | null;
  /** Null where that is so. */
  readonly data: ExampleData | null;
}

export const cannot = (problem: Said, notes: readonly Said[] = []): SecondOutcome => ({
  notes,
  problem,
  data: null,
});
