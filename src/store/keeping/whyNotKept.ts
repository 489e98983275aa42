/** Why the browser keeps nothing, in words. */
import { message, type Said } from "../../words/message";

const nameOf = (error: unknown) =>
  error instanceof Error || error instanceof DOMException ? error.name : "";

/** There is no room left. */
export const isFull = (error: unknown): boolean => nameOf(error) === "QuotaExceededError";

export function whyNotKept(error: unknown): Said {
  switch (nameOf(error)) {
    case "QuotaExceededError":
      return message("kept.full");
    case "NotReadableError":
    case "NotFoundError":
      return message("kept.dataUnreadable");
    default:
      return message("kept.refused", { said: error instanceof Error ? error.message : String(error) });
  }
}
