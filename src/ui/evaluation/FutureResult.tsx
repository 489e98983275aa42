/** What is forecast behind the last row of the data: drawn with how far off it may be, and in numbers. */

import { useMemo, useRef, useState } from "react";
import { fewestJudged } from "../../data/evaluation/evaluationTypes";
import type { FutureForecast, FutureSeries } from "../../data/evaluation/futureTypes";
import { type Said, sameSaid } from "../../words/message";
import { Choice, type Option } from "../controls/Choice";
import { FaultBoundary } from "../faults/FaultBoundary";
import { lazyPart } from "../lazyPart";
import layout from "../styles/layout.module.css";
import legend from "../styles/legend.module.css";
import text from "../styles/text.module.css";
import { SavePicture } from "../takeAlong/SavePicture";
import { useRun } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import chart from "./ForecastResult.module.css";
import styles from "./FutureResult.module.css";
import { fanAside, futureChartRows, inputsEndAt, rowsWithRange } from "./futureChartRows";
import { numberAxis } from "./numberAxis";
import { ResultTable } from "./ResultTable";

const FutureChart = lazyPart(async () => (await import("./FutureChart")).FutureChart);

interface FutureResultProps {
  /** The one of several that is chosen; null for the first. */
  readonly series: Said | null;
  readonly column: number;
}

/** Nothing where nothing was forecast yet. */
export function FutureResult({ series: chosen, column }: FutureResultProps) {
  const words = useAllWords().evaluation;
  const future = useRun(({ foreseen }) => foreseen?.future ?? null);
  const series =
    chosen === null
      ? future?.series[0]
      : future?.series.find(({ name }) => name !== null && sameSaid(name, chosen));
  if (!future || !series || column >= future.columns.length) return null;
  const shown = { future, series, column };
  return (
    <section className={layout.stack} aria-label={words.futureTitle}>
      <h3 className={text.heading}>{words.futureTitle}</h3>
      <Drawn {...shown} />
      <Sentences {...shown} />
      <Numbers {...shown} />
    </section>
  );
}

interface ShownProps {
  readonly future: FutureForecast;
  readonly series: FutureSeries;
  readonly column: number;
}

type Span = "30" | "120" | "400";
const spans: readonly Option<Span>[] = [
  { value: "30", label: "30" },
  { value: "120", label: "120" },
  { value: "400", label: "400" },
];

function Drawn({ future, series, column }: ShownProps) {
  const say = useSay();
  const words = useAllWords().evaluation;
  const [span, setSpan] = useState<Span>("30");
  const rows = useMemo(
    () => futureChartRows(future, series, column, Number(span)),
    [future, series, column, span],
  );
  const inputsEnd = inputsEndAt(series, rows.length);
  const isAside = fanAside(future, series, column) !== null;
  const { name, unit } = future.columns[column];
  const title = words.futureChart({ name: say(name), unit, series: series.name && say(series.name) });
  const picture = useRef<HTMLDivElement>(null);
  return (
    <div ref={picture}>
      <div className={`${layout.ends} ${chart.head}`}>
        <p className={text.hint}>{title}</p>
        {series.pastNames.length > Number(spans[0].value) && (
          <Choice label={words.newest} value={span} options={spans} onChange={setSpan} />
        )}
      </div>
      <figure className={chart.chart} aria-label={words.futureTable({ name: say(name), unit })}>
        <FaultBoundary what="forecasts">
          <FutureChart rows={rows} title={title} inputsEnd={inputsEnd} isAside={isAside} />
        </FaultBoundary>
      </figure>
      <p className={legend.legend} aria-hidden="true">
        <span>{words.curves.known}</span>
        <span className={chart.forecast}>{words.curves.forecast}</span>
        <span className={styles.half}>{words.curves.half}</span>
        <span className={styles.most}>{words.curves.most}</span>
        {isAside && <span className={styles.middle}>{words.curves.middle}</span>}
        {inputsEnd !== null && <span className={styles.inputsEnd}>{words.curves.inputsEnd}</span>}
      </p>
      <SavePicture of={picture} title={words.futureTable({ name: title, unit: null })} />
    </div>
  );
}

function Sentences({ future, series, column }: ShownProps) {
  const { evaluation: words, common } = useAllWords();
  const { horizon, coverage, left } = future;
  const rows = series.names.length;
  const within = rowsWithRange(future, series, column);
  const covered = coverage[column];
  const inputsEnd = series.knownInputs !== null && series.knownInputs < rows;
  const aside = fanAside(future, series, column);
  const parts = [
    words.futureHow({ rows, horizon }),
    covered && within > 0 ? words.futureCoverage(covered) : null,
    within === 0 ? words.futureNoFan({ needed: fewestJudged }) : null,
    within > 0 && within < rows ? words.futureFanEnds({ rows: within }) : null,
    inputsEnd ? words.futureInputsEnd({ rows: series.knownInputs ?? 0 }) : null,
    aside ? words.futureAside(aside) : null,
    left > 0 ? words.futureLeft({ count: left }) : null,
  ];
  return <p className={text.hint}>{common.sentences({ parts: parts.filter((part) => part !== null) })}</p>;
}

function Numbers({ future, series, column }: ShownProps) {
  const say = useSay();
  const words = useAllWords().evaluation;
  const K = future.columns.length;
  const { name, unit } = future.columns[column];
  const at = (values: Float64Array, j: number) => values[j * K + column];
  const { valueText } = numberAxis(series.names.map((_, j) => at(series.forecast, j)));
  const spoken = (value: number) => (Number.isNaN(value) ? "–" : valueText(value));
  return (
    <details className={styles.numbers}>
      <summary>{words.futureNumbers}</summary>
      <ResultTable
        caption={words.futureTable({ name: say(name), unit })}
        columns={[words.curves.forecast, words.futureFrom, words.futureTo]}
        rows={series.names.map((row, j) => ({
          name: say(row),
          own: true,
          values: [series.forecast, series.low80, series.high80].map((values) => spoken(at(values, j))),
        }))}
      />
    </details>
  );
}
