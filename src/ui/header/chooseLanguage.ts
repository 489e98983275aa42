/** The page in another language, or the notice that it does not come, as long as that is so. */
import type { PlaygroundStore } from "../../store/store";
import { type Language, languageNames } from "../../words/language";
import { message } from "../../words/message";
import { keepLanguage } from "../words/language";
import { speakInstead } from "../words/spokenWords";

export async function chooseLanguage(store: PlaygroundStore, language: Language): Promise<void> {
  const { notify, takeBack } = store.getState();
  // What an earlier choice has come to is of no interest any more.
  takeBack("page.languageNotLoaded");
  try {
    if (!(await speakInstead(language))) return;
  } catch {
    notify("problem", message("page.languageNotLoaded", { language: languageNames[language] }));
    return;
  }
  if (!keepLanguage(language)) notify("info", message("page.languageNotKept"));
}
