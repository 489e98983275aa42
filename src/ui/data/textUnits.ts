/** How a text can be read, as a choice. */
import type { TextUnit } from "../../data/textUnit";
import type { AllWords } from "../../words/catalogue";
import type { Option } from "../controls/Choice";

export const textUnits = ({ data }: AllWords): readonly Option<TextUnit>[] => [
  { value: "characters", label: data.characters },
  { value: "words", label: data.words },
];
