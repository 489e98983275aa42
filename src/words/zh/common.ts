import type { common as English } from "../en/common";

export const common: typeof English = {
  verbatim: ({ text }) => text,
  sentences: ({ parts }) => parts.join(""),
};
