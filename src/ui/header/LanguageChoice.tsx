/** Which language the page speaks, each under its own name. */
import { useEffect, useEffectEvent } from "react";
import { useStore } from "zustand";
import { type Language, languageNames, languages, localeOf } from "../../words/language";
import { Choice, type Option } from "../controls/Choice";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { addressLanguage } from "../words/language";
import { spokenWords } from "../words/spokenWords";
import { useWords } from "../words/useWords";
import { chooseLanguage } from "./chooseLanguage";

const options: readonly Option<Language>[] = languages.map((value) => ({
  value,
  label: languageNames[value],
  lang: localeOf[value],
}));

export function LanguageChoice() {
  const store = usePlaygroundStore();
  const { page } = useWords();
  const chosen = useStore(spokenWords, (state) => state.chosen);
  const choose = (language: Language) => void chooseLanguage(store, language);
  useAddress(choose);
  return <Choice label={page.language} labelHidden value={chosen} options={options} onChange={choose} />;
}

/** The browser's Back may lead to an address that names another language. */
function useAddress(choose: (language: Language) => void): void {
  const follow = useEffectEvent(() => {
    const named = addressLanguage();
    if (named && named !== spokenWords.getState().chosen) choose(named);
  });
  useEffect(() => {
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
}
