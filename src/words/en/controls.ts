/** Fields of all kinds. */
export const controls = {
  /** In an empty field for a number that may be left out. */
  none: "none",
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
