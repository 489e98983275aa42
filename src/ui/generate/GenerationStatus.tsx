/** Which weights wrote the text, and what was odd about the prompt. */

import { symbolGlyph } from "../stage/symbols";
import text from "../styles/text.module.css";
import { usePlayground } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import styles from "./GenerationStatus.module.css";
import { generationInWords } from "./generationWords";

export function GenerationStatus() {
  const say = useSay();
  const words = useAllWords().generate;
  const generation = usePlayground((state) => state.generation);
  const shownId = usePlayground((state) => state.shownId);
  if (!generation) return null;
  const { unknown, unit } = generation;
  return (
    <div className={`${text.hint} ${styles.status}`}>
      <p>{say(generationInWords(generation, shownId))}</p>
      <p role="status">
        {unknown.count > 0 &&
          words.unseen({ unseen: unknown.count, unit, readAs: symbolGlyph(unknown.readAs) })}
      </p>
    </div>
  );
}
