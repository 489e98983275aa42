/** Of files that hold a run (`runFile.ts`). */
export const runFileExtension = ".grup";
