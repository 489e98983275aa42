/** Light, dark, or as the system has it. */

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import type { Words } from "../../words/catalogue";
import { message } from "../../words/message";
import { Choice, type Option } from "../controls/Choice";
import {
  applyThemeChoice,
  keepThemeChoice,
  keptThemeChoice,
  type ThemeChoice as Theme,
} from "../theme/theme";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { useWords } from "../words/useWords";

const optionsIn = ({ page }: Words): readonly Option<Theme>[] => [
  { value: "light", label: page.light, icon: <Sun size={15} aria-hidden="true" /> },
  { value: "system", label: page.asTheSystem, icon: <Monitor size={15} aria-hidden="true" /> },
  { value: "dark", label: page.dark, icon: <Moon size={15} aria-hidden="true" /> },
];

export function ThemeChoice() {
  const store = usePlaygroundStore();
  const words = useWords();
  const [choice, setChoice] = useState(keptThemeChoice);
  const choose = (next: Theme) => {
    setChoice(next);
    applyThemeChoice(next);
    if (keepThemeChoice(next)) return;
    store.getState().notify("info", message("page.themeNotKept"));
  };
  return (
    <Choice
      label={words.page.theme}
      labelHidden
      value={choice}
      options={optionsIn(words)}
      onChange={choose}
    />
  );
}
