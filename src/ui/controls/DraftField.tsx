/** A text field whose content takes effect on Enter or when it is left. Escape takes the draft back. */
import { type ReactNode, useContext, useEffect, useId, useState } from "react";
import { FieldError, Input, Label, Text, TextField, type TextFieldProps } from "react-aria-components";
import type { Said } from "../../words/message";
import field from "../styles/field.module.css";
import words from "../styles/text.module.css";
import { useSay } from "../words/useWords";
import styles from "./DraftField.module.css";
import type { Parsed } from "./parseNumber";
import { DraftsOfContext, RefusedDraftsContext } from "./refusedDrafts";

interface DraftFieldProps<T> {
  readonly label: string;
  /** The value in use, as text. */
  readonly text: string;
  readonly parse: (text: string) => Parsed<T>;
  readonly onCommit: (value: T) => void;
  readonly inputMode: "numeric" | "decimal" | "text";
  /** What it is and what would be good. */
  readonly hint?: ReactNode;
  readonly unit?: string;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  /** For a field in the row of a control that has its label, and room for a problem beneath. */
  readonly labelHidden?: boolean;
}

/** Until the text is right again, or the field is gone. */
function useRefused(isRefused: boolean): void {
  const id = useId();
  const tell = useContext(RefusedDraftsContext);
  useEffect(() => {
    if (!isRefused || !tell) return;
    tell(id, true);
    return () => tell(id, false);
  }, [id, isRefused, tell]);
}

export function DraftField<T>(props: DraftFieldProps<T>) {
  const { label, text, parse, onCommit, inputMode, hint, unit, placeholder, isDisabled, labelHidden } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<Said | null>(null);
  const run = useContext(DraftsOfContext);
  const [beneath, setBeneath] = useState({ text, run });
  const say = useSay();
  // What was refused is over when the value is another, or that of another run, as with other data.
  if (beneath.text !== text || beneath.run !== run) {
    setBeneath({ text, run });
    if (problem !== null) {
      setDraft(null);
      setProblem(null);
    }
  }
  useRefused(problem !== null);
  const show = (next: string | null, nextProblem: Said | null) => {
    setDraft(next);
    setProblem(nextProblem);
  };
  const commit = () => {
    if (draft === null) return;
    const parsed = parse(draft);
    if ("problem" in parsed) return show(draft, parsed.problem);
    show(null, null);
    if (draft !== text) onCommit(parsed.value);
  };
  const onKeyDown: TextFieldProps["onKeyDown"] = (event) => {
    if (event.key === "Enter") commit();
    if (event.key === "Escape" && draft !== null) show(null, null);
    // With nothing to take back, Escape is for the dialog that the field may stand in, and Tab is for all.
    else event.continuePropagation();
  };
  return (
    <TextField
      className={labelHidden ? styles.within : field.row}
      value={draft ?? text}
      onChange={(next) => show(next, null)}
      onBlur={commit}
      onKeyDown={onKeyDown}
      isInvalid={problem !== null}
      isDisabled={isDisabled ?? false}
      {...(labelHidden && { "aria-label": label })}
      validationBehavior="aria"
    >
      {!labelHidden && <Label className={words.label}>{label}</Label>}
      <div className={styles.box}>
        <Input
          className={`${field.input} ${styles.input}`}
          inputMode={inputMode}
          placeholder={placeholder ?? ""}
          autoComplete="off"
          spellCheck="false"
        />
        {unit && <span className={words.hint}>{unit}</span>}
      </div>
      <FieldError className={`${field.under} ${styles.problem}`}>{problem && say(problem)}</FieldError>
      {hint && (
        <Text slot="description" className={field.under}>
          {hint}
        </Text>
      )}
    </TextField>
  );
}
