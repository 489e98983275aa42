/** The page's words, for the parts that are read; they are drawn again when the language changes. */
import { useCallback } from "react";
import { useStore } from "zustand";
import type { AllWords, Words } from "../../words/catalogue";
import type { Said } from "../../words/message";
import { say } from "../../words/say";
import { hasAll, spokenWords } from "./spokenWords";

export function useWords(): Words {
  const words = useStore(spokenWords, (state) => state.words);
  if (!words) throw new Error("A part of the page is drawn before its words are there.");
  return words;
}

/** For parts that wait for `lateWords` before they are drawn (`lazyPart.tsx`). */
export function useAllWords(): AllWords {
  const words = useWords();
  if (!hasAll(words)) throw new Error("A part of the page does not wait for its words.");
  return words;
}

/** Puts messages into words. */
export function useSay(): (said: Said) => string {
  const words = useWords();
  return useCallback((said: Said) => say(words, said), [words]);
}
