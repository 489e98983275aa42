/** The text the network is watched reading. A new one is read with the weights as they are; training goes on. */

import { type ClipboardEvent, type FormEvent, useId, useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import { Action } from "../../controls/Action";
import { Explanation } from "../../controls/Explanation";
import { symbolUnit } from "../../stepUnit";
import field from "../../styles/field.module.css";
import { unseenInWords } from "../../unseenInWords";
import { usePlayground, usePlaygroundStore, useRun } from "../../usePlaygroundStore";
import { useWords } from "../../words/useWords";
import styles from "./ProbeField.module.css";
import { fromProbeDraft, probeLimit, toProbeDraft } from "./probeDraft";

export function ProbeField() {
  const store = usePlaygroundStore();
  const words = useWords();
  const unit = usePlayground(({ data }) => symbolUnit(data));
  const unknown = useRun(({ snapshot }) =>
    snapshot?.sequence.input.kind === "symbols"
      ? unseenInWords(words, snapshot.sequence.input.unknown, unit)
      : null,
  );
  const current = useRun(({ summary }) =>
    toProbeDraft(summary?.probe.kind === "text" ? summary.probe.text : ""),
  );
  const [draft, setDraft] = useState(current);
  const [followed, setFollowed] = useState(current);
  const hintId = useId();
  if (followed !== current) {
    setFollowed(current);
    setDraft(current);
  }
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (draft !== "") store.getState().setProbe({ kind: "text", text: fromProbeDraft(draft) });
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData("text/plain");
    // A browser's one-line field would drop the line breaks.
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    setDraft(
      toProbeDraft(value.slice(0, selectionStart ?? 0) + text + value.slice(selectionEnd ?? value.length)),
    );
  };
  return (
    <form className={styles.form} onSubmit={apply}>
      <TextField
        className={styles.field}
        value={draft}
        onChange={(text) => setDraft(toProbeDraft(text))}
        aria-describedby={hintId}
      >
        <Label className={styles.label}>{words.stage.probeText}</Label>
        <Explanation of={words.stage.probeText}>{words.stage.probeAbout({ most: probeLimit })}</Explanation>
        <Input
          className={`${field.input} ${styles.input}`}
          onPaste={paste}
          autoComplete="off"
          dir="auto"
          spellCheck="false"
        />
        <span className={styles.count} id={hintId}>
          {Array.from(draft).length} / {probeLimit}
        </span>
      </TextField>
      <Action type="submit" isDisabled={draft === ""}>
        {words.stage.apply}
      </Action>
      <p className={`${field.under} ${styles.unknown}`} role="status">
        {unknown}
      </p>
    </form>
  );
}
