/** What the engine has not come to yet, in sentences. */
import type { Command, Waiting } from "../../session/protocol";

/** What only moves the run on, or ends something, is not taken back: it is answered by its opposite. */
export function canBeWithdrawn({ command, isWithdrawn }: Waiting): boolean {
  if (isWithdrawn) return false;
  switch (command.type) {
    case "configure":
    case "reset":
    case "loadData":
    case "setProbe":
    case "evaluate":
    case "generate":
    case "look":
      return true;
    case "open":
      return command.back !== undefined;
    default:
      return false;
  }
}

export const waitingInWords = ({ command, isWithdrawn }: Waiting): string =>
  isWithdrawn ? "The engine lets go of it." : sentences[command.type];

const sentences: Readonly<Record<Command["type"], string>> = {
  open: "The engine makes the run ready.",
  loadData: "The engine takes the data.",
  configure: "The engine takes the new setting.",
  train: "The engine begins.",
  pause: "The engine finishes the step under way.",
  step: "The engine takes the step.",
  reset: "The engine starts again.",
  setProbe: "The engine comes to it after the step under way.",
  evaluate: "The engine measures after the step under way.",
  snapshotTaken: "The engine goes on.",
  generate: "The engine writes after the step under way.",
  stopGenerating: "The engine stops writing.",
  setEngine: "The run moves to the other engine.",
  tryWebgpu: "The engine asks for the GPU after the step under way.",
  look: "The engine measures after the step under way.",
  stopLooking: "The engine stops measuring.",
  calibrate: "The engine measures its kernels.",
  withdraw: "The engine lets go of it.",
};
