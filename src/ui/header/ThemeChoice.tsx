/** Light, dark, or as the system has it. */

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { Choice, type Option } from "../controls/Choice";
import {
  applyThemeChoice,
  keepThemeChoice,
  keptThemeChoice,
  type ThemeChoice as Theme,
} from "../theme/theme";
import { usePlaygroundStore } from "../usePlaygroundStore";

const options: readonly Option<Theme>[] = [
  { value: "light", label: "Light", icon: <Sun size={15} aria-hidden="true" /> },
  { value: "system", label: "As the system", icon: <Monitor size={15} aria-hidden="true" /> },
  { value: "dark", label: "Dark", icon: <Moon size={15} aria-hidden="true" /> },
];

export function ThemeChoice() {
  const store = usePlaygroundStore();
  const [choice, setChoice] = useState(keptThemeChoice);
  const choose = (next: Theme) => {
    setChoice(next);
    applyThemeChoice(next);
    if (keepThemeChoice(next)) return;
    store
      .getState()
      .notify("info", "This browser keeps nothing for this page: the theme lasts until you close it.");
  };
  return <Choice label="Theme" labelHidden value={choice} options={options} onChange={choose} />;
}
