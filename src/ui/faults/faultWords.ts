/** What is said in the place of a part of the page that is not there. */
import { PartNotLoaded } from "../late/PartNotLoaded";

/** @param what the part, as the beginning of a sentence: "The settings" */
export function faultInWords(what: string, error: unknown): string {
  if (error instanceof PartNotLoaded)
    return `${what} could not be loaded: there may be no connection, or a newer version of the page in the place of this one. Everything else goes on. A reload would bring the newer version, and end the run.`;
  return `${what} stopped working, by a defect of this page (${saidBy(error)}). Everything else goes on, and so does the run.`;
}

const longest = 200;

function saidBy(error: unknown): string {
  const words = error instanceof Error ? error.message || error.name : String(error);
  const line = words.split("\n", 1)[0].trim() || "without a message";
  return line.length > longest ? `${line.slice(0, longest)}…` : line.replace(/\.$/, "");
}
