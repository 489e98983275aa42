/** What happens beside training, as plain values: whoever shows it has the words. */
import type { EngineHappening, EngineName, Failure } from "../session/protocol";
import type { RunSettings, SettingName } from "../session/settings";
import type { Message, Said } from "../words/message";

export interface SettingChange {
  readonly name: SettingName;
  readonly before: RunSettings[SettingName];
  readonly after: RunSettings[SettingName];
}

export type Happening =
  | EngineHappening
  /** A run has begun in the place of another. */
  | { readonly kind: "restarted"; readonly why: "reset" | "data" }
  /** What applies at once is left out: it is no reason to begin again. */
  | { readonly kind: "changed"; readonly changes: readonly SettingChange[] }
  /** A run is back that was kept, of which data and until when. */
  | {
      readonly kind: "cameBack";
      readonly savedStep: number;
      readonly name: Said;
      readonly secondsAgo: number;
    }
  /** A run has begun as a link says, with weights that so many steps had trained, or with fresh ones. */
  | { readonly kind: "linked"; readonly trained: number | null }
  /** A network of another program stands on the stage. */
  | { readonly kind: "brought"; readonly name: string }
  /** As it was said when a run was kept. */
  | { readonly kind: "said"; readonly said: Message }
  /** The run on the stage goes on from a step of its history, and as it was is among those from before. */
  | { readonly kind: "wentOn"; readonly step: number }
  /** A run from before goes on. */
  | { readonly kind: "wentBack"; readonly savedStep: number }
  /** With the weights of a step, and as many after it taken back. */
  | { readonly kind: "stoppedEarly"; readonly step: number; readonly undone: number }
  | {
      readonly kind: "reachedLength";
      readonly step: number;
      readonly length: number;
      readonly unit: RunSettings["lengthUnit"];
    }
  | { readonly kind: "moved"; readonly engine: EngineName; readonly device: Said }
  | { readonly kind: "failed"; readonly failure: Failure };
