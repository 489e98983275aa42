import type { Breathing } from "../breathing";
import type { PrepareOptions } from "./tableTypes";

/** How a table is to be made ready, and how others get their turn meanwhile. */
export interface PrepareContext {
  readonly options: PrepareOptions;
  readonly breathing: Breathing;
}
