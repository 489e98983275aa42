/** The numbers answered at the step on show, beside what is right: of a forecast every row ahead. */
import { useCallback } from "react";
import table from "../../styles/table.module.css";
import { useAllWords } from "../../words/useWords";
import type { NumbersShape } from "../lanes/answerShape";
import { range } from "../paint/range";
import type { StageView, StageViewStore } from "../stageView";
import { LiveText } from "./LiveText";
import styles from "./NumbersTable.module.css";
import { outputNames } from "./outputNames";
import { quantityText } from "./quantityText";

interface NumbersTableProps {
  readonly view: StageViewStore;
  readonly shape: NumbersShape;
}

export function NumbersTable({ view, shape }: NumbersTableProps) {
  const words = useAllWords();
  const { diagram } = words;
  const names = outputNames(words, shape);
  return (
    // Long tables scroll, and what scrolls has to be reachable with the keyboard.
    <section
      className={`${table.scroll} ${styles.scroller}`}
      aria-label={diagram.numbers}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with the arrow keys
      tabIndex={0}
    >
      <table className={`${table.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{shape.forecast ? diagram.forecastOf : diagram.number}</th>
            <th scope="col">{diagram.network}</th>
            <th scope="col">{shape.forecast ? diagram.came : diagram.right}</th>
            <th scope="col">{diagram.error}</th>
          </tr>
        </thead>
        <tbody>
          {range(names.length).map((output) => (
            <Row key={output} view={view} shape={shape} output={output} name={names[output]} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps extends NumbersTableProps {
  readonly output: number;
  readonly name: string;
}

function Row({ view, shape, output, name }: RowProps) {
  const quantity = shape.outputs[output];
  const O = shape.outputs.length;
  const text = useCallback(
    (pick: (value: number, truth: number) => number) =>
      ({ snapshot, came, time }: StageView) => {
        const answer = snapshot?.answer;
        if (answer?.kind !== "numbers") return "";
        const at = time * O + output;
        return quantityText(quantity, pick(answer.values[at], came?.[at] ?? Number.NaN), false);
      },
    [quantity, output, O],
  );
  return (
    <tr>
      <th scope="row">
        {name}
        {quantity.unit && <span className={styles.unit}>, {quantity.unit}</span>}
      </th>
      <td>
        <LiveText view={view} text={text((value) => value)} />
      </td>
      <td>
        <LiveText view={view} text={text((_, truth) => truth)} />
      </td>
      <td>
        <LiveText view={view} text={text((value, truth) => value - truth)} />
      </td>
    </tr>
  );
}
