/** Of many classes, the most frequent confusions. */

import { ListBox, ListBoxItem, type Selection } from "react-aria-components";
import { useAllWords, useSay } from "../words/useWords";
import styles from "./CellExamples.module.css";
import type { ConfusionProps } from "./ConfusionMatrix";
import { worstConfusions } from "./confusion";

const mostListed = 20;

export function WorstConfusions({ evaluation, chosen, onChoose }: ConfusionProps) {
  const { evaluation: words } = useAllWords();
  const say = useSay();
  const { labels } = evaluation;
  const worst = worstConfusions(evaluation, mostListed);
  const choose = (keys: Selection) => {
    const confusion = keys === "all" ? undefined : worst.find((one) => keys.has(keyOf(one)));
    if (confusion) onChoose?.(confusion);
  };
  if (worst.length === 0) return <p className={styles.title}>{words.noConfusion}</p>;
  return (
    <div className={styles.examples}>
      <p className={styles.title}>
        {words.worstConfusionsHint({ classes: labels.length, canChoose: onChoose !== null })}
      </p>
      <ListBox
        className={styles.rows}
        aria-label={words.worstConfusions}
        selectionMode={onChoose ? "single" : "none"}
        selectedKeys={chosen ? [keyOf(chosen)] : []}
        onSelectionChange={choose}
        disallowEmptySelection
      >
        {worst.map((confusion) => {
          const { count, rate } = confusion;
          const [truth, predicted] = [say(labels[confusion.truth]), say(labels[confusion.predicted])];
          return (
            <ListBoxItem
              key={keyOf(confusion)}
              id={keyOf(confusion)}
              className={styles.item}
              textValue={words.confusionCell({ truth, predicted, count, rate })}
            >
              <span>{words.confusion({ truth, predicted })}</span>
              <span className={styles.number}>{words.confusionCount({ count, rate })}</span>
            </ListBoxItem>
          );
        })}
      </ListBox>
    </div>
  );
}

const keyOf = ({ truth, predicted }: { readonly truth: number; readonly predicted: number }) =>
  `${truth} ${predicted}`;
