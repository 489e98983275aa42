/** Which weights wrote the text, and what was odd about the prompt. */
import { useStore } from "zustand";
import type { PlaygroundStore } from "../../store/store";
import { unseenInWords } from "../unseenInWords";
import styles from "./GenerationStatus.module.css";
import { generationInWords } from "./generationWords";

export function GenerationStatus({ store }: { readonly store: PlaygroundStore }) {
  const words = useStore(
    store,
    ({ generation, runId }) => generation && generationInWords(generation, runId),
  );
  const unknown = useStore(
    store,
    ({ generation }) => generation && unseenInWords(generation.unknown, "prompt", generation.unit),
  );
  return (
    <div className={styles.status}>
      <p>{words}</p>
      <p role="status">{unknown}</p>
    </div>
  );
}
