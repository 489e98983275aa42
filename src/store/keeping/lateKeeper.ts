/** The keeper of runs, whose program is not loaded with the page. */
import { type Message, message } from "../../words/message";
import type { Keeper } from "./keeper";

/**
 * It starts with the first need for it. Where it does not come, that is said, and the next need is another attempt.
 * @param start rejects where its program does not come
 */
export function lateKeeper(
  start: () => Promise<Keeper>,
  say: (problem: Message) => void,
): () => Promise<Keeper> {
  let starting: Promise<Keeper> | null = null;
  const attempt = async () => {
    try {
      return await start();
    } catch (error) {
      starting = null;
      say(message("faults.nothingKept"));
      throw error;
    }
  };
  return () => {
    starting ??= attempt();
    return starting;
  };
}
