/** Which language the page speaks, each under its own name. */
import { useEffect, useEffectEvent } from "react";
import { useStore } from "zustand";
import { type Language, languageNames, languages, localeOf } from "../../words/language";
import { message } from "../../words/message";
import { Choice, type Option } from "../controls/Choice";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { addressLanguage, keepLanguage } from "../words/language";
import { speakInstead, spokenWords } from "../words/spokenWords";
import { useWords } from "../words/useWords";

const options: readonly Option<Language>[] = languages.map((value) => ({
  value,
  label: languageNames[value],
  lang: localeOf[value],
}));

export function LanguageChoice() {
  const store = usePlaygroundStore();
  const { page } = useWords();
  const chosen = useStore(spokenWords, (state) => state.chosen);
  const choose = async (language: Language) => {
    const { notify } = store.getState();
    try {
      if (!(await speakInstead(language))) return;
    } catch {
      notify("problem", message("page.languageNotLoaded", { language: languageNames[language] }));
      return;
    }
    if (!keepLanguage(language)) notify("info", message("page.languageNotKept"));
  };
  useAddress((language) => void choose(language));
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
