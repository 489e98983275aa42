/** Of many classes, what is taken for what most often. */

import { ListBox, ListBoxItem, type Selection } from "react-aria-components";
import { formatCount } from "../../data/phrases";
import { formatShare } from "../format";
import styles from "./CellExamples.module.css";
import type { ConfusionProps } from "./ConfusionMatrix";
import { worstConfusions } from "./confusion";

const mostListed = 20;

export function WorstConfusions({ evaluation, chosen, onChoose }: ConfusionProps) {
  const { labels } = evaluation;
  const worst = worstConfusions(evaluation, mostListed);
  const choose = (keys: Selection) => {
    const confusion = keys === "all" ? undefined : worst.find((one) => keys.has(keyOf(one)));
    if (confusion) onChoose(confusion);
  };
  if (worst.length === 0) return <p className={styles.title}>Nothing is taken for anything else.</p>;
  return (
    <div className={styles.examples}>
      <p className={styles.title}>
        What is taken for what most often, of {formatCount(labels.length)} classes. Choose one to see what is
        behind it.
      </p>
      <ListBox
        className={styles.rows}
        aria-label="Most frequent confusions"
        selectionMode="single"
        selectedKeys={chosen ? [keyOf(chosen)] : []}
        onSelectionChange={choose}
        disallowEmptySelection
      >
        {worst.map((confusion) => {
          const { truth, predicted, count, rate } = confusion;
          const words = `${labels[truth]} called ${labels[predicted]}`;
          return (
            <ListBoxItem
              key={keyOf(confusion)}
              id={keyOf(confusion)}
              className={styles.item}
              textValue={`${words}: ${formatCount(count)}`}
            >
              <span>{words}</span>
              <span className={styles.number}>
                {formatCount(count)} ({formatShare(rate)})
              </span>
            </ListBoxItem>
          );
        })}
      </ListBox>
    </div>
  );
}

const keyOf = ({ truth, predicted }: { readonly truth: number; readonly predicted: number }) =>
  `${truth} ${predicted}`;
