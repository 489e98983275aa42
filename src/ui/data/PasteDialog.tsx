/** Takes a text that is typed or pasted. The draft stays, whatever becomes of it. */

import { type ReactNode, useMemo, useState } from "react";
import { DialogTrigger, Label, Text, TextArea, TextField } from "react-aria-components";
import { beginningBytes } from "../../data/fileKind";
import { looksLikeTable } from "../../data/looksLikeTable";
import { counted } from "../../data/phrases";
import { countCharacters } from "../../data/vocabulary";
import { Action } from "../controls/Action";
import { DialogBody } from "../frame/DialogBody";
import { DialogFooter } from "../frame/DialogFooter";
import { DialogFrame } from "../frame/DialogFrame";
import field from "../styles/field.module.css";
import words from "../styles/text.module.css";
import styles from "./PasteDialog.module.css";

interface PasteDialogProps {
  readonly trigger: ReactNode;
  readonly onText: (text: string) => void;
  readonly onTable: (text: string) => void;
}

export function PasteDialog({ trigger, onText, onTable }: PasteDialogProps) {
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
      <DialogFrame title="Paste a text" size="narrow" isDismissable>
        {(close) => (
          <>
            <DialogBody>
              <TextField className={styles.field} value={draft} onChange={setDraft} autoFocus>
                <Label className={words.label}>Text</Label>
                <TextArea className={`${field.input} ${styles.area}`} rows={12} spellCheck="false" />
                <Text slot="description" className={words.hint}>
                  {counted(countCharacters(draft), "character")}. A few thousand are enough to see something
                  learned; more is better. The network starts from fresh weights.
                </Text>
              </TextField>
            </DialogBody>
            <DialogFooter>
              <Action onPress={close}>Cancel</Action>
              {isTable && <Action onPress={() => take(onTable, close)}>Open as a table</Action>}
              <Action weight="primary" isDisabled={draft === ""} onPress={() => take(onText, close)}>
                Use this text
              </Action>
            </DialogFooter>
          </>
        )}
      </DialogFrame>
    </DialogTrigger>
  );
}
