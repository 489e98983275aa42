/** What is said in the place of a part of the page that is not there. */
import type { Words } from "../../words/catalogue";
import { PartNotLoaded } from "../late/PartNotLoaded";

export type FaultPart = keyof Words["faults"]["parts"];

export function faultInWords({ faults }: Words, part: FaultPart, error: unknown): string {
  const what = faults.parts[part];
  if (error instanceof PartNotLoaded) return faults.notLoaded({ what });
  return faults.stopped({ what, said: saidBy(error) ?? faults.withoutMessage });
}

const longest = 200;

/** The first line of what it says, or null. */
function saidBy(error: unknown): string | null {
  const said = error instanceof Error ? error.message || error.name : String(error);
  const line = said.split("\n", 1)[0].trim();
  if (line === "") return null;
  return line.length > longest ? `${line.slice(0, longest)}…` : line.replace(/\.$/, "");
}
