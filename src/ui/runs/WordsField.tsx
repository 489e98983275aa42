/** A line of words that takes effect on Enter or when it is left; Escape takes the draft back. */
import { useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import field from "../styles/field.module.css";
import text from "../styles/text.module.css";
import styles from "./RunsDialog.module.css";

interface WordsFieldProps {
  readonly label: string;
  readonly value: string;
  /** What stands in its place where there is none. */
  readonly placeholder?: string;
  readonly onCommit: (words: string) => void;
}

/** A title or a remark, no text. */
const mostCharacters = 400;

export function WordsField({ label, value, placeholder = "", onCommit }: WordsFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft !== null && draft.trim() !== value) onCommit(draft.trim());
    setDraft(null);
  };
  return (
    <TextField
      className={styles.field}
      value={draft ?? value}
      maxLength={mostCharacters}
      onChange={setDraft}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        if (event.key === "Escape" && draft !== null) setDraft(null);
        // With nothing to take back, Escape is for the dialog.
        else event.continuePropagation();
      }}
    >
      <Label className={text.label}>{label}</Label>
      <Input className={field.input} placeholder={placeholder} />
    </TextField>
  );
}
