import { type Said, sameSaid } from "../words/message";

export const sameTexts = (a: readonly Said[], b: readonly Said[]): boolean =>
  a.length === b.length && a.every((text, i) => sameSaid(text, b[i]));
