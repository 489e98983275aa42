/** What the figures of the samples are called. */
import { type Message, message, type Said } from "../../words/message";
import type { shapeNames } from "./outlines";

export const figureName = (figure: (typeof shapeNames)[number]): Message =>
  message("samples.figure", { figure });

/** Of several with one label; counted from 1. */
export const numbered = (label: Said, number: number): Message =>
  message("samples.numbered", { label, number });
