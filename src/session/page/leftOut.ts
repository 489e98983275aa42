import type { Command, LeftOut } from "../protocol";

/**
 * What becomes of a command that a worker has stopped with: another is asked for it again, or its answer is no more than that it
 * is left out; null where it means nothing to another worker, or comes with what that is opened with.
 */
export function leftOutAs({ type }: Command): LeftOut | null {
  switch (type) {
    case "configure":
      return "setting";
    case "reset":
    case "open":
      return "run";
    case "setProbe":
      return "probe";
    case "generate":
      return "writing";
    case "look":
    case "evaluate":
    case "calibrate":
      return "measurement";
    case "train":
    case "pause":
    case "step":
    case "save":
      return "other";
    // What was chosen of the engine and of data, it is told from the beginning, or those who wait are told.
    case "setEngine":
    case "tryWebgpu":
    case "loadData":
    case "snapshotTaken":
    case "stopGenerating":
    case "stopLooking":
    // What a race had come to is gone with its worker.
    case "planRace":
    case "race":
    case "steerRace":
    case "stopRacer":
    case "withdraw":
      return null;
    default:
      return type satisfies never;
  }
}
