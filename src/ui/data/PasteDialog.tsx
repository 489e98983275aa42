/** Takes a text that is typed or pasted. The draft stays, whatever becomes of it. */

import { type ReactNode, useMemo, useState } from "react";
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

interface PasteDialogProps {
  readonly trigger: ReactNode;
  readonly onText: (text: string) => void;
  readonly onTable: (text: string) => void;
}

export function PasteDialog({ trigger, onText, onTable }: PasteDialogProps) {
  const words = useAllWords().data;
  const [draft, setDraft] = useState("");
  const isTable = useMemo(
    () => looksLikeTable(new TextEncoder().encode(`${draft.slice(0, beginningBytes)}\n`)),
    [draft],
  );
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
              <TextField className={styles.field} value={draft} onChange={setDraft} autoFocus>
                <Label className={type.label}>{words.pasteLabel}</Label>
                <TextArea
                  className={`${field.input} ${styles.area}`}
                  dir="auto"
                  rows={12}
                  spellCheck="false"
                />
                <Text slot="description" className={type.hint}>
                  {words.pasteHint({ characters: countCharacters(draft) })}
                </Text>
              </TextField>
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
