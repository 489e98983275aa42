import { mostWeightBytes } from "../../kept/linkForm";

const halfBytes = 2;
/** Of float16 of weights that were trained, deflate leaves nine tenths of the bytes; with a margin for those that are zero. */
const leastDeflated = 0.8;

/** Bytes of so many numbers in half precision. */
export const halfSize = (parameters: number): number => parameters * halfBytes;

/** Whether so many weights may fit in a link; where not, it is certain before they are taken. */
export const mayFitInLink = (parameters: number): boolean =>
  halfSize(parameters) * leastDeflated <= mostWeightBytes;
