import type { KeptSlice } from "../state";

export const initialKeeping: KeptSlice = {
  keeping: { kind: "nothing" },
  kept: null,
  askedLink: null,
  lesson: null,
};
