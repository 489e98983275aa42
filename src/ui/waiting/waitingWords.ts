/** What the engine has not come to yet, in sentences. */
import type { Waiting } from "../../session/protocol";
import type { Words } from "../../words/catalogue";

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

export const waitingInWords = ({ history }: Words, { command, isWithdrawn }: Waiting): string =>
  isWithdrawn ? history.lettingGo : history.waiting[command.type];
