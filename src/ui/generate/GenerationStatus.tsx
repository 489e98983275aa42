/** Which weights wrote the text, and what was odd about the prompt. */

import text from "../styles/text.module.css";
import { unseenInWords } from "../unseenInWords";
import { usePlayground } from "../usePlaygroundStore";
import { useWords } from "../words/useWords";
import styles from "./GenerationStatus.module.css";
import { generationInWords } from "./generationWords";

export function GenerationStatus() {
  const spoken = useWords();
  const words = usePlayground(
    ({ generation, shownId }) => generation && generationInWords(generation, shownId),
  );
  const unknown = usePlayground(
    ({ generation }) => generation && unseenInWords(spoken, generation.unknown, "prompt", generation.unit),
  );
  return (
    <div className={`${text.hint} ${styles.status}`}>
      <p>{words}</p>
      <p role="status">{unknown}</p>
    </div>
  );
}
