import type { Check } from "./check";
import type { TravellingNetwork } from "./network";

/** What a format makes of a network. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A network, and what it answers by this project's engine. */
export interface Subject {
  readonly network: TravellingNetwork;
  readonly check: Check;
}

export const textFile = (name: string, text: string): ExportedFile => ({
  name,
  bytes: new TextEncoder().encode(text),
});

/** Every format has it beside it: `{ input, output }`, the output as it is before the activation. */
export const checkFile = (check: Check): ExportedFile => textFile("check.json", `${JSON.stringify(check)}\n`);
