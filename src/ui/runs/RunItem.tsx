/** One kept run: opened by its name; what people say of it, and the rest, stand beside it. */
import { Check, CopyPlus, Download, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, CheckboxButton, CheckboxField } from "react-aria-components";
import { shownRun } from "../../store/runs";
import { Action } from "../controls/Action";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import { Curve } from "./Curve";
import styles from "./RunsDialog.module.css";
import type { RunRow } from "./runRows";
import { WordsField } from "./WordsField";

interface RunItemProps {
  readonly row: RunRow;
  /** Whether a tab has it open. */
  readonly isLive: boolean;
  /** Whether it is among those that are to be compared. */
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onClose: () => void;
}

export function RunItem({ row, isLive, isChosen, onChoose, onClose }: RunItemProps) {
  const store = usePlaygroundStore();
  const { compare, kept } = useAllWords();
  const say = useSay();
  const [isEdited, setEdited] = useState(false);
  const isHere = usePlayground((state) => shownRun(state).kept?.id === row.id);
  const { id, record } = row;
  const name = say(row.name);
  const hasBytes = "sha256" in record.data;
  const { keeper } = store.getState();
  const andClose = (type: "open" | "repeat") => () => {
    keeper({ type, id });
    onClose();
  };
  return (
    <li className={styles.run} aria-current={isHere || undefined}>
      <CheckboxField isSelected={isChosen} onChange={onChoose}>
        <CheckboxButton className={styles.box}>
          <Check size={13} aria-hidden="true" />
          <span className="visually-hidden">{compare.choose({ name })}</span>
        </CheckboxButton>
      </CheckboxField>
      <Curve losses={row.curve} />
      <div className={styles.what}>
        <Button className={styles.open} onPress={andClose("open")} isDisabled={isHere}>
          {name}
        </Button>
        {(isHere || isLive) && <span className={text.hint}>{isHere ? kept.isHere : kept.isElsewhere}</span>}
        <RunFacts row={row} />
        {record.note && <p className={styles.words}>{record.note}</p>}
        {isEdited && (
          <div className={styles.edit}>
            <WordsField
              label={kept.name}
              placeholder={name}
              value={record.name ?? ""}
              onCommit={(given) => keeper({ type: "rename", id, name: given || null })}
            />
            <WordsField
              label={kept.note}
              value={record.note}
              onCommit={(note) => keeper({ type: "note", id, note })}
            />
            {hasBytes && (
              <Action weight="link" onPress={() => keeper({ type: "save", id, withData: false })}>
                {kept.saveWithoutData}
              </Action>
            )}
          </div>
        )}
      </div>
      <div className={styles.actions}>
        <Action
          weight="quiet"
          aria-label={kept.edit({ name })}
          aria-expanded={isEdited}
          onPress={() => setEdited(!isEdited)}
        >
          <Pencil size={15} aria-hidden="true" />
        </Action>
        <Action weight="quiet" aria-label={kept.again({ name })} onPress={andClose("repeat")}>
          <CopyPlus size={15} aria-hidden="true" />
        </Action>
        <Action
          weight="quiet"
          aria-label={kept.save({ name })}
          onPress={() => keeper({ type: "save", id, withData: true })}
        >
          <Download size={15} aria-hidden="true" />
        </Action>
        <Action
          weight="quiet"
          aria-label={kept.delete({ name })}
          isDisabled={isHere || isLive}
          onPress={() => keeper({ type: "delete", id })}
        >
          <Trash2 size={15} aria-hidden="true" />
        </Action>
      </div>
    </li>
  );
}

function RunFacts({ row: { record, dataName, best, result, isInNats } }: { readonly row: RunRow }) {
  const { formats, kept, choiceNames } = useAllWords();
  const say = useSay();
  const seconds = (Date.now() - record.keptMs) / 1000;
  const facts = [
    say(dataName),
    choiceNames[`cell:${record.settings.cell}`],
    kept.atStep({ step: record.step }),
    ...(best === null ? [] : [kept.best({ loss: best, nats: isInNats })]),
    ...(result ? [say(result)] : []),
    formats.ago(Math.max(0, seconds)),
  ];
  return (
    <ul className={styles.facts}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
