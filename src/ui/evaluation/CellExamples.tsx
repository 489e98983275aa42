/** The examples behind one cell of the confusion matrix; the one that is chosen goes on the stage. */

import { ListBox, ListBoxItem, type Selection } from "react-aria-components";
import type { ClassEvaluation } from "../../data/evaluation/evaluationTypes";
import text from "../styles/text.module.css";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import styles from "./CellExamples.module.css";
import { type CellPlace, examplesOfCell } from "./confusion";
import { cellInWords } from "./evaluationWords";
import type { Thing } from "./thingOf";

interface CellExamplesProps {
  readonly evaluation: ClassEvaluation;
  readonly cell: CellPlace;
  readonly thing: Thing;
}

export function CellExamples({ evaluation, cell, thing }: CellExamplesProps) {
  const say = useSay();
  const { cellHint } = useAllWords().evaluation;
  const store = usePlaygroundStore();
  const shown = useRun(({ summary }) => (summary?.probe.kind === "example" ? summary.probe.index : null));
  const found = examplesOfCell(evaluation, cell);
  const title = say(cellInWords(evaluation, cell, thing, found.length));
  const choose = (keys: Selection) => {
    const example = keys === "all" ? undefined : found.find(({ index }) => keys.has(index));
    if (example) store.getState().setProbe({ kind: "example", index: example.index });
  };
  return (
    <div className={styles.examples}>
      <p className={styles.title} aria-live="polite">
        {title}
      </p>
      <ListBox
        className={styles.list}
        aria-label={title}
        selectionMode="single"
        selectedKeys={shown === null ? [] : [shown]}
        onSelectionChange={choose}
        disallowEmptySelection
      >
        {found.map(({ index, name }) => (
          <ListBoxItem key={index} id={index} className={styles.item} textValue={say(name)}>
            {say(name)}
          </ListBoxItem>
        ))}
      </ListBox>
      {found.length > 0 && <p className={text.hint}>{cellHint}</p>}
    </div>
  );
}
