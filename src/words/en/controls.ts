/** Fields of all kinds. */
import { quoted } from "./phrases";

export const controls = {
  /** In an empty field for a number that may be left out. */
  none: "none",
  /** Of a sign that explains; the name stands in quotes, since the control beside it bears it alone. */
  about: ({ name }: { readonly name: string }): string => `About ${quoted(name)}`,
  numberWanted: ({
    integer,
    min,
    max,
  }: {
    readonly integer: boolean;
    readonly min: number;
    readonly max: number;
  }): string => `${integer ? "A whole number" : "A number"} from ${min} to ${max}.`,
};
