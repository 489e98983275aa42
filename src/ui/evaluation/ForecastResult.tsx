/** How good forecasts are, beside repeating the last value, or the last season; drawn and in numbers. */

import { useMemo, useRef, useState } from "react";
import type {
  Baseline,
  ForecastErrors,
  ForecastEvaluation,
  ForecastRow,
  ForecastSeries,
} from "../../data/evaluation/evaluationTypes";
import type { AllWords } from "../../words/catalogue";
import type { Said } from "../../words/message";
import { Choice, type Option } from "../controls/Choice";
import { SelectField } from "../controls/SelectField";
import { FaultBoundary } from "../faults/FaultBoundary";
import { lazyPart } from "../lazyPart";
import layout from "../styles/layout.module.css";
import legend from "../styles/legend.module.css";
import text from "../styles/text.module.css";
import { SavePicture } from "../takeAlong/SavePicture";
import { useAllWords, useSay } from "../words/useWords";
import { forecastHint, forecastInWords } from "./evaluationWords";
import styles from "./ForecastResult.module.css";
import { FutureResult } from "./FutureResult";
import { forecastRows, horizonRows } from "./forecastRows";
import { ResultTable } from "./ResultTable";

const ForecastChart = lazyPart(async () => (await import("./ForecastChart")).ForecastChart);
const HorizonChart = lazyPart(async () => (await import("./HorizonChart")).HorizonChart);

interface ForecastResultProps {
  readonly evaluation: ForecastEvaluation;
  /** Of another file: what the stage and the run tell is not of it. */
  readonly isSecond?: boolean;
}

/** Of several series, all together or the one that is chosen. */
export function ForecastResult({ evaluation, isSecond = false }: ForecastResultProps) {
  const say = useSay();
  const words = useAllWords();
  const [chosen, setChosen] = useState("all");
  const { series } = evaluation;
  if (!series) return <Result evaluation={evaluation} series={null} isSecond={isSecond} />;
  const one = series[Number(chosen)];
  return (
    <>
      <SelectField
        label={words.evaluation.series}
        value={one ? chosen : "all"}
        options={[
          { value: "all", label: words.evaluation.allSeries({ count: series.length }) },
          ...series.map(({ name }, i) => ({ value: String(i), label: say(name) })),
        ]}
        onChange={setChosen}
      />
      <Result
        evaluation={one ? ofSeries(evaluation, one) : evaluation}
        series={one?.name ?? null}
        isSecond={isSecond}
      />
    </>
  );
}

/** One of several series, as if it were all that is forecast. */
function ofSeries(all: ForecastEvaluation, { rows, chart, evaluated }: ForecastSeries): ForecastEvaluation {
  const { series: _, ...whole } = all;
  return { ...whole, rows, chart, evaluated, heldOut: evaluated };
}

interface ResultProps extends ForecastResultProps {
  /** The one of several that is chosen. */
  readonly series: Said | null;
}

function Result({ evaluation, series, isSecond }: ResultProps) {
  const say = useSay();
  const words = useAllWords();
  const { columns, horizon, rows } = evaluation;
  const [column, setColumn] = useState(0);
  /** "1" to the horizon, or "all". */
  const [ahead, setAhead] = useState(horizon > 1 ? "all" : "1");
  const rowsAhead = ahead === "all" || horizon === 1 ? null : Number(ahead);
  const row = rows.find((one) => one.column === column && one.ahead === rowsAhead);
  if (!row) return null;
  return (
    <>
      <p>{say(forecastInWords(evaluation, row, isSecond))}</p>
      {columns.length > 1 && (
        <SelectField
          label={words.evaluation.column}
          value={String(column)}
          options={columns.map(({ name }, k) => ({ value: String(k), label: say(name) }))}
          onChange={(value) => setColumn(Number(value))}
        />
      )}
      {!isSecond && <FutureResult series={series} column={column} />}
      {horizon > 1 && (
        <SelectField
          label={words.evaluation.horizon}
          value={ahead}
          options={aheadOptions(words, horizon)}
          onChange={setAhead}
        />
      )}
      {ahead === "all" ? (
        <Horizon evaluation={evaluation} column={column} />
      ) : (
        // Series one behind the other are no curve.
        !evaluation.series && <Newest evaluation={evaluation} column={column} ahead={Number(ahead)} />
      )}
      <Errors evaluation={evaluation} row={row} />
      {evaluation.series && <SeriesErrors evaluation={evaluation} series={evaluation.series} row={row} />}
    </>
  );
}

const aheadOptions = ({ evaluation }: AllWords, horizon: number) => [
  { value: "all", label: evaluation.wholeHorizon({ horizon }) },
  ...Array.from({ length: horizon }, (_, h) => ({
    value: String(h + 1),
    label: evaluation.rowsAhead({ ahead: h + 1 }),
  })),
];

const baselines: readonly Baseline[] = ["naive", "seasonal", "drift", "mean"];

const baselineNames = (
  words: AllWords["evaluation"],
  period: number | null,
): Readonly<Record<Baseline, string>> => ({
  naive: words.lastValue,
  seasonal: words.seasonalNaive({ period: period ?? 1 }),
  drift: words.drift,
  mean: words.trainingMean,
});

function Errors({ evaluation, row }: { readonly evaluation: ForecastEvaluation; readonly row: ForecastRow }) {
  const { columns, horizon } = evaluation;
  const { unit, period } = columns[row.column];
  const say = useSay();
  const { evaluation: words, formats } = useAllWords();
  const valuesOf = ({ rmse, mae, mase, r2 }: ForecastErrors) => [
    ...[rmse, mae, mase].map(formats.decimal),
    formats.thousandths(r2),
  ];
  const names = baselineNames(words, period);
  return (
    <>
      <ResultTable
        caption={words.forecastErrors({ ahead: row.ahead, horizon, unit })}
        columns={[words.rmse, words.mae, words.mase, words.r2]}
        rows={[
          { name: words.network, own: true, values: valuesOf(row.network) },
          ...baselines.flatMap((baseline) => {
            const errors = row[baseline];
            return errors ? [{ name: names[baseline], values: valuesOf(errors) }] : [];
          }),
        ]}
      />
      <p className={text.hint}>{say(forecastHint(row.network, unit, period))}</p>
      {evaluation.series && <p className={text.hint}>{words.r2OfSeries}</p>}
    </>
  );
}

/** More would be a long way to what comes after; each can be chosen. */
const mostSeries = 12;

interface SeriesErrorsProps {
  readonly evaluation: ForecastEvaluation;
  readonly series: readonly ForecastSeries[];
  /** All together. */
  readonly row: ForecastRow;
}

function SeriesErrors({ evaluation, series, row }: SeriesErrorsProps) {
  const say = useSay();
  const { evaluation: words, formats } = useAllWords();
  const { unit, period } = evaluation.columns[row.column];
  const names = baselineNames(words, period);
  const { strongest } = row;
  const compared: readonly Baseline[] = strongest === "naive" ? ["naive"] : [strongest, "naive"];
  const errors = series.flatMap(({ name, rows }) => {
    const own = rows.find(({ column, ahead }) => column === row.column && ahead === row.ahead);
    if (!own) return [];
    const rmses = [own.network, ...compared.map((baseline) => own[baseline])];
    return [{ name: say(name), values: rmses.map((one) => formats.decimal(one?.rmse ?? null)) }];
  });
  return (
    <ResultTable
      caption={words.errorsBySeries({
        shown: Math.min(mostSeries, errors.length),
        count: errors.length,
        unit,
      })}
      columns={[words.network, ...compared.map((baseline) => names[baseline])]}
      rows={errors.slice(0, mostSeries)}
    />
  );
}

type Span = "60" | "150" | "400";
const spans: readonly Option<Span>[] = [
  { value: "60", label: "60" },
  { value: "150", label: "150" },
  { value: "400", label: "400" },
];

interface NewestProps {
  readonly evaluation: ForecastEvaluation;
  readonly column: number;
  readonly ahead: number;
}

/** Of few forecasts in a row one sees whether they lag, of many whether they follow. */
function Newest({ evaluation, column, ahead }: NewestProps) {
  const say = useSay();
  const words = useAllWords().evaluation;
  const [span, setSpan] = useState<Span>("60");
  const rows = useMemo(
    () => forecastRows(evaluation, column, ahead, Number(span)),
    [evaluation, column, ahead, span],
  );
  const { name, unit } = evaluation.columns[column];
  const strongest = strongestIn(evaluation, column, words);
  const title = words.forecastTitle({ name: say(name), unit, ahead });
  const picture = useRef<HTMLDivElement>(null);
  return (
    <div ref={picture}>
      <div className={`${layout.ends} ${styles.head}`}>
        <p className={text.hint}>{title}</p>
        {evaluation.chart.rows.length / evaluation.horizon > Number(spans[0].value) && (
          <Choice label={words.newest} value={span} options={spans} onChange={setSpan} />
        )}
      </div>
      <figure className={styles.chart} aria-label={title}>
        <FaultBoundary what="forecasts">
          <ForecastChart rows={rows} title={title} strongest={strongest?.name ?? null} />
        </FaultBoundary>
      </figure>
      <p className={legend.legend} aria-hidden="true">
        <span>{words.curves.truth}</span>
        <span className={styles.forecast}>{words.curves.forecast}</span>
        <span className={styles.naive}>{words.curves.lastValue}</span>
        {strongest && <span className={styles.seasonal}>{strongest.name}</span>}
      </p>
      <SavePicture of={picture} title={title} />
    </div>
  );
}

/** Of a column, over all rows ahead; null where it is the last value, which is drawn in any case. */
function strongestIn(
  { rows, columns }: ForecastEvaluation,
  column: number,
  words: AllWords["evaluation"],
): { readonly key: Baseline; readonly name: string } | null {
  const key = rows.find((row) => row.column === column && row.ahead === null)?.strongest ?? "naive";
  return key === "naive" ? null : { key, name: baselineNames(words, columns[column].period)[key] };
}

function Horizon({ evaluation, column }: Omit<NewestProps, "ahead">) {
  const say = useSay();
  const words = useAllWords().evaluation;
  const rows = useMemo(() => horizonRows(evaluation, column), [evaluation, column]);
  const { name, unit } = evaluation.columns[column];
  const strongest = useMemo(() => strongestIn(evaluation, column, words), [evaluation, column, words]);
  const title = words.horizonTitle({ name: say(name), unit });
  const picture = useRef<HTMLDivElement>(null);
  return (
    <div ref={picture}>
      <p className={text.hint}>{title}</p>
      <figure className={styles.chart} aria-label={title}>
        <FaultBoundary what="errors">
          <HorizonChart rows={rows} title={title} strongest={strongest} />
        </FaultBoundary>
      </figure>
      <p className={legend.legend} aria-hidden="true">
        <span className={styles.forecast}>{words.curves.network}</span>
        <span className={styles.naive}>{words.curves.lastValue}</span>
        {strongest && <span className={styles.seasonal}>{strongest.name}</span>}
      </p>
      <SavePicture of={picture} title={title} />
    </div>
  );
}
