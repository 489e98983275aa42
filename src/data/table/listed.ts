/** Lists in messages: no longer than anybody reads, and with how many more there are. */
import { type Message, message } from "../../words/message";

const most = 8;

function few<T>(all: readonly T[]) {
  const shown = all.length > most ? all.slice(0, most - 1) : all;
  return { shown, more: all.length - shown.length };
}

/** "“a”, “b” and “c”". */
export function listedNames(all: readonly string[]): Message {
  const { shown, more } = few(all);
  return message("table.names", { names: shown, more });
}

export function listedParts(all: readonly Message[]): Message {
  const { shown, more } = few(all);
  return message("table.parts", { parts: shown, more });
}
