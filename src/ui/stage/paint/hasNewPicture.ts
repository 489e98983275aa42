import type { StageView } from "../stageView";

type Pictured = Pick<StageView, "theme" | "snapshot" | "layer" | "change">;

/**
 * Whether a plot is to be drawn anew.
 * @param live whether what it shows changes with every snapshot and belongs to a layer, or with the sequence only
 */
export const hasNewPicture = (now: Pictured, before: Pictured, live: boolean): boolean =>
  now.theme !== before.theme ||
  (live && (now.snapshot !== before.snapshot || now.layer !== before.layer || now.change !== before.change));
