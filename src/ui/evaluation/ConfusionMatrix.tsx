/** The confusion matrix: a row for each true class, a column for each answer. A cell that is not empty can be chosen. */

import { type CSSProperties, type KeyboardEvent, memo, useCallback, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { ClassEvaluation } from "../../data/evaluation/evaluationTypes";
import { isWide } from "../../data/isWide";
import type { AllWords } from "../../words/catalogue";
import { Choice, type Option } from "../controls/Choice";
import layout from "../styles/layout.module.css";
import scroll from "../styles/scroll.module.css";
import text from "../styles/text.module.css";
import { SaveDrawn } from "../takeAlong/SavePicture";
import { toldApart } from "../toldApart";
import { useAllWords, useSay } from "../words/useWords";
import styles from "./ConfusionMatrix.module.css";
import { type CellPlace, type Confusion, confusionAt, neighbourOf } from "./confusion";
import { confusionPicture } from "./confusionPicture";

export interface ConfusionProps {
  readonly evaluation: ClassEvaluation;
  readonly chosen: CellPlace | null;
  /** Null where there are no examples to be seen. */
  readonly onChoose: ((cell: CellPlace) => void) | null;
}

/** Whether all fit over their cells as they are; longer ones are turned. */
const isUpright = (labels: readonly string[], isRoomy: boolean) =>
  labels.every(
    (label) =>
      Array.from(label, (one) => (isWide(one) ? 2 : 1)).reduce((sum, width) => sum + width, 0) <=
      (isRoomy ? 4 : 2),
  );

type Shown = "counts" | "rates";

/** Letters of a label that are surely seen. */
const labelRoom = 10;

/** So few that their cells can be large. */
const roomyClasses = 6;

const optionsIn = ({ evaluation }: AllWords): readonly Option<Shown>[] => [
  { value: "counts", label: evaluation.counts },
  { value: "rates", label: evaluation.rates },
];

export function ConfusionMatrix({ evaluation, chosen, onChoose }: ConfusionProps) {
  const words = useAllWords();
  const say = useSay();
  const [shown, setShown] = useState<Shown>("counts");
  const labels = evaluation.labels.map(say);
  const short = toldApart(labels, labelRoom);
  const isRoomy = labels.length <= roomyClasses;
  const { table, reached, reach, move } = useOneTabStop(evaluation);
  const choose = useCallback(
    (truth: number, predicted: number) => {
      reach({ truth, predicted });
      onChoose?.({ truth, predicted });
    },
    [reach, onChoose],
  );
  return (
    <div className={layout.stack}>
      <div className={layout.ends}>
        <h3 className={text.heading}>{words.evaluation.confusionMatrix}</h3>
        <Choice
          label={words.evaluation.cellsShow}
          labelHidden
          value={shown}
          options={optionsIn(words)}
          onChange={setShown}
        />
      </div>
      <div className={`${scroll.fading} ${styles.scroll}`} tabIndex={onChoose ? undefined : 0}>
        <table
          className={`${styles.table} ${isRoomy ? styles.roomy : ""} ${isUpright(labels, isRoomy) ? styles.upright : ""}`}
          ref={table}
          onKeyDown={move}
        >
          <caption className="visually-hidden">{words.evaluation.confusionCaption}</caption>
          <thead>
            <tr>
              <td className={styles.corner}>{words.evaluation.confusionCorner}</td>
              {labels.map((label, i) => (
                <th key={label} scope="col" title={label}>
                  <span className={`${text.line} ${styles.column}`}>{short[i]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((label, truth) => (
              <tr key={label}>
                <th scope="row" title={label}>
                  <span className={`${text.line} ${styles.row}`}>{short[truth]}</span>
                </th>
                {labels.map((said, predicted) => (
                  <Cell
                    key={said}
                    {...confusionAt(evaluation, { truth, predicted })}
                    label={label}
                    said={said}
                    rates={shown === "rates"}
                    chosen={chosen?.truth === truth && chosen.predicted === predicted}
                    tabStop={reached.truth === truth && reached.predicted === predicted}
                    onChoose={onChoose && choose}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SaveDrawn
        title={words.evaluation.confusionMatrix}
        draw={(title) =>
          confusionPicture(evaluation, {
            title,
            labels,
            corner: words.evaluation.confusionCorner,
            hint: shown === "rates" ? words.evaluation.ratesTold : words.evaluation.countsTold,
            cellText: (count, rate) =>
              shown === "rates" ? String(Math.round(100 * rate)) : words.formats.count(count),
          })
        }
      />
      <p className={text.hint}>{hintOf(words, shown, onChoose !== null)}</p>
    </div>
  );
}

const hintOf = ({ evaluation: words }: AllWords, shown: Shown, canChoose: boolean): string => {
  if (canChoose) return shown === "rates" ? words.ratesHint : words.countsHint;
  return shown === "rates" ? words.ratesTold : words.countsTold;
};

interface CellProps extends Confusion {
  readonly label: string;
  readonly said: string;
  readonly rates: boolean;
  readonly chosen: boolean;
  readonly tabStop: boolean;
  readonly onChoose: ((truth: number, predicted: number) => void) | null;
}

const Cell = memo(function Cell(props: CellProps) {
  const { truth, predicted, count, rate, label, said, rates, chosen, tabStop, onChoose } = props;
  const { evaluation: words, formats } = useAllWords();
  if (count === 0) return <td className={styles.none}>{rates ? "" : "0"}</td>;
  const style: CSSProperties & Record<"--rate", number> = { "--rate": rate };
  const name = words.confusionCell({ truth: label, predicted: said, count, rate });
  const shown = rates ? Math.round(100 * rate) : formats.count(count);
  const look = `${styles.cell} ${truth === predicted ? "" : styles.wrong}`;
  if (!onChoose)
    return (
      <td>
        <span className={`${look} ${styles.still}`} style={style} role="img" aria-label={name}>
          {shown}
        </span>
      </td>
    );
  return (
    <td>
      <Button
        className={look}
        style={style}
        data-cell={`${truth} ${predicted}`}
        aria-label={name}
        aria-pressed={chosen}
        excludeFromTabOrder={!tabStop}
        onPress={() => onChoose(truth, predicted)}
      >
        {shown}
      </Button>
    </td>
  );
});

/** The matrix is one stop of the Tab key; arrow keys go from cell to cell. */
function useOneTabStop(evaluation: ClassEvaluation) {
  const table = useRef<HTMLTableElement>(null);
  const [last, reach] = useState<CellPlace>({ truth: 0, predicted: 0 });
  const reached = firstFrom(evaluation, last);
  const move = (event: KeyboardEvent) => {
    const next = neighbourOf(evaluation, reached, event.key);
    if (!next) return;
    event.preventDefault();
    reach(next);
    const cell = table.current?.querySelector(`[data-cell="${next.truth} ${next.predicted}"]`);
    if (cell instanceof HTMLElement) cell.focus();
  };
  return { table, reached, reach, move };
}

/** The place itself, or the first cell that is not empty if it has become so. */
function firstFrom({ counts, labels }: ClassEvaluation, place: CellPlace): CellPlace {
  const C = labels.length;
  if (counts[place.truth * C + place.predicted] > 0) return place;
  const first = Math.max(
    0,
    counts.findIndex((count) => count > 0),
  );
  return { truth: Math.floor(first / C), predicted: first % C };
}
