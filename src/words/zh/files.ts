import type { files as English } from "../en/files";
import { count } from "./phrases";

export const files: typeof English = {
  soundEmpty: ({ name }) => `“${name}”里没有声音：长度为 0\u00a0秒。`,
  soundSilent: ({ name }) => `“${name}”从头到尾都是静音。`,
  soundNotFinite: ({ name, sample }) => `“${name}”已损坏：第 ${count(sample)} 个采样不是有限数。`,
};
