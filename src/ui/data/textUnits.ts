/** How a text can be read, as a choice. */
import type { TextUnit } from "../../data/textUnit";
import type { Option } from "../controls/Choice";

export const textUnits: readonly Option<TextUnit>[] = [
  { value: "characters", label: "Characters" },
  { value: "words", label: "Words" },
];
