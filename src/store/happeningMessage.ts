/** What happened, as messages. */
import { settingChange } from "../session/settingMessages";
import { type Message, message, sentences } from "../words/message";
import type { Happening } from "./happening";

export function happeningMessage(happening: Happening): Message {
  switch (happening.kind) {
    case "gpuLost": {
      const { reason, savedStep: step, device } = happening;
      return message("run.gpuLost", { reason, step, device });
    }
    case "crashed":
      return message("run.crashed", { reason: happening.reason, saved: savedMessage(happening.savedStep) });
    case "silent":
      return message("run.silent", { seconds: happening.seconds, saved: savedMessage(happening.savedStep) });
    case "leftOut":
      return message("run.leftOut", { what: happening.command });
    case "notOpened": {
      const { name, savedStep: step } = happening;
      return step === null
        ? message("run.notOpenedUnsaved", { name })
        : message("run.notOpened", { name, step });
    }
    case "restarted":
      return happening.why === "data" ? message("run.newData") : message("run.freshWeights");
    case "changed": {
      const changes = happening.changes.map(({ name, before, after }) => settingChange(name, before, after));
      return changes.length > 0 ? message("run.changed", { changes }) : message("run.freshWeights");
    }
    case "cameBack": {
      const { savedStep: step, name, secondsAgo: seconds } = happening;
      return message("run.cameBack", { step, name, seconds });
    }
    case "linked":
      return happening.trained === null
        ? message("run.linked")
        : message("run.linkedTrained", { steps: happening.trained });
    case "brought":
      return message("run.brought", { name: happening.name });
    case "said":
      return happening.said;
    case "wentOn":
      return message("run.wentOn", { step: happening.step });
    case "wentBack":
      return message("run.wentBack", { step: happening.savedStep });
    case "stoppedEarly":
      return happening.undone === 0
        ? message("run.stoppedEarly")
        : message("run.stoppedAtBest", { step: happening.step, undone: happening.undone });
    case "reachedLength": {
      const { step, length } = happening;
      return message("run.reachedLength", {
        step,
        length,
        unit: happening.unit === "epochs" ? "epochs" : "steps",
      });
    }
    case "moved":
      return happening.engine === "webgpu"
        ? message("run.movedToGpu", { device: happening.device })
        : message("run.movedToCpu");
    case "failed":
      return sentences([happening.failure.message, happening.failure.advice]);
    default:
      return happening satisfies never;
  }
}

const savedMessage = (savedStep: number | null): Message =>
  savedStep === null ? message("run.notSaved") : message("run.saved", { step: savedStep });
