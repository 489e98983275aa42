import type { Decay, Schedule } from "../schedule";
import type { RunSettings } from "./settings";

export const scheduleOf = (settings: RunSettings): Schedule => ({
  warmupSteps: settings.warmupSteps,
  decay: decayOf(settings),
});

function decayOf(settings: RunSettings): Decay {
  const { decay, decaySteps: steps, decayFloor: floor, decayFactor: factor, decayPatience } = settings;
  switch (decay) {
    case "constant":
      return { kind: decay };
    case "cosine":
      return { kind: decay, steps, floor };
    case "step":
      return { kind: decay, every: steps, factor };
    case "exponential":
      return { kind: decay, factor: factor ** (1 / steps) };
    case "plateau":
      return { kind: decay, factor, patience: decayPatience };
  }
}
