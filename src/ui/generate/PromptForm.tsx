/** The text that the network reads first, and the button that lets it write on. */

import { Square, WandSparkles } from "lucide-react";
import type { FormEvent } from "react";
import { Input, Label, TextField } from "react-aria-components";
import { Action } from "../controls/Action";
import { Explanation } from "../controls/Explanation";
import { stepUnit } from "../stepUnit";
import field from "../styles/field.module.css";
import layout from "../styles/layout.module.css";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import styles from "./PromptForm.module.css";

export function PromptForm() {
  const store = usePlaygroundStore();
  const prompt = usePlayground((state) => state.prompt);
  const running = usePlayground((state) => state.generation?.running ?? false);
  const ready = useRun((run) => run.summary !== null);
  const unit = usePlayground((state) => stepUnit(state.data));
  const words = useAllWords().generate;
  const { setPrompt, generate, stopGenerating } = store.getState();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (running) stopGenerating();
    else if (ready) generate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField className={styles.field} value={prompt} onChange={setPrompt}>
        <div className={layout.named}>
          <Label className={text.label}>{words.prompt}</Label>
          <Explanation of={words.prompt}>{words.promptHint({ unit })}</Explanation>
        </div>
        <div className={styles.line}>
          <Input
            className={`${field.input} ${styles.input}`}
            autoComplete="off"
            dir="auto"
            spellCheck="false"
          />
          <Action weight="primary" type="submit" isDisabled={!running && !ready}>
            {running ? (
              <Square size={14} aria-hidden="true" />
            ) : (
              <WandSparkles size={15} aria-hidden="true" />
            )}
            <span className={styles.word}>{running ? words.stop : words.start}</span>
          </Action>
        </div>
      </TextField>
    </form>
  );
}
