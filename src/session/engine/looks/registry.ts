import type { LookName } from "../../protocol";
import { answers } from "./answers";
import { benchmark } from "./benchmark";
import { effects } from "./effects";
import { importance } from "./importance";
import type { Look } from "./look";
import { profile } from "./profile";
import { second } from "./second";
import { secondText } from "./secondText";

export const looks: Readonly<Record<LookName, Look>> = {
  profile,
  benchmark,
  effects,
  answers,
  importance,
  second,
  secondText,
};
