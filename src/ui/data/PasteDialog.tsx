/** Takes a text that is typed or pasted. The draft stays, whatever becomes of it. */

import { type ClipboardEvent, type ReactNode, useMemo, useState } from "react";
import { DialogTrigger, Label, Text, TextArea, TextField } from "react-aria-components";
import { beginningBytes } from "../../data/fileKind";
import { looksLikeTable } from "../../data/looksLikeTable";
import { countCharacters } from "../../data/vocabulary";
import { Action } from "../controls/Action";
import { DialogBody } from "../frame/DialogBody";
import { DialogFooter } from "../frame/DialogFooter";
import { DialogFrame } from "../frame/DialogFrame";
import field from "../styles/field.module.css";
import type from "../styles/text.module.css";
import { useAllWords } from "../words/useWords";
import styles from "./PasteDialog.module.css";
import { beginningOf, isLong, withPasted } from "./pastedDraft";

interface PasteDialogProps {
  readonly trigger: ReactNode;
  readonly onText: (text: string) => void;
  readonly onTable: (text: string) => void;
}

export function PasteDialog({ trigger, onText, onTable }: PasteDialogProps) {
  const { common, data: words } = useAllWords();
  const [draft, setDraft] = useState("");
  const isTable = useMemo(
    () => looksLikeTable(new TextEncoder().encode(`${draft.slice(0, beginningBytes)}\n`)),
    [draft],
  );
  const long = isLong(draft);
  // The field never sees what it could not hold; one that is replaced by a paste is gone as a whole.
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const text = event.clipboardData.getData("text/plain");
    const next = long
      ? withPasted("", text, [0, 0])
      : withPasted(draft, text, [selectionStart, selectionEnd]);
    if (text === "" || !(long || isLong(next))) return;
    event.preventDefault();
    setDraft(next);
  };
  const take = (use: (text: string) => void, close: () => void) => {
    use(draft);
    close();
  };
  return (
    <DialogTrigger>
      {trigger}
      <DialogFrame title={words.paste} size="narrow" isDismissable>
        {(close) => (
          <>
            <DialogBody>
              <TextField
                className={styles.field}
                value={long ? beginningOf(draft) : draft}
                onChange={setDraft}
                isReadOnly={long}
                autoFocus
              >
                <Label className={type.label}>{words.pasteLabel}</Label>
                <TextArea
                  className={`${field.input} ${styles.area}`}
                  dir="auto"
                  rows={12}
                  spellCheck="false"
                  onPaste={paste}
                />
                <Text slot="description" className={type.hint}>
                  {common.sentences({
                    parts: [
                      ...(long ? [words.pasteLong] : []),
                      words.pasteHint({ characters: countCharacters(draft) }),
                    ],
                  })}
                </Text>
              </TextField>
              {long && (
                <p>
                  <Action weight="link" onPress={() => setDraft("")}>
                    {words.pasteClear}
                  </Action>
                </p>
              )}
            </DialogBody>
            <DialogFooter>
              <Action onPress={close}>{words.cancel}</Action>
              {isTable && <Action onPress={() => take(onTable, close)}>{words.openAsTable}</Action>}
              <Action weight="primary" isDisabled={draft === ""} onPress={() => take(onText, close)}>
                {words.useText}
              </Action>
            </DialogFooter>
          </>
        )}
      </DialogFrame>
    </DialogTrigger>
  );
}
