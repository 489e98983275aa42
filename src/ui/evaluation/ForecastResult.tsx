/** How good forecasts are, beside repeating the last value, or the last season; drawn and in numbers. */

import { useMemo, useState } from "react";
import type { ForecastErrors, ForecastEvaluation, ForecastRow } from "../../data/evaluation/evaluationTypes";
import type { AllWords } from "../../words/catalogue";
import { Choice, type Option } from "../controls/Choice";
import { SelectField } from "../controls/SelectField";
import { FaultBoundary } from "../faults/FaultBoundary";
import { lazyPart } from "../lazyPart";
import layout from "../styles/layout.module.css";
import legend from "../styles/legend.module.css";
import text from "../styles/text.module.css";
import { useAllWords, useSay } from "../words/useWords";
import { forecastHint, forecastInWords } from "./evaluationWords";
import styles from "./ForecastResult.module.css";
import { forecastRows, horizonRows } from "./forecastRows";
import { ResultTable } from "./ResultTable";

const ForecastChart = lazyPart(async () => (await import("./ForecastChart")).ForecastChart);
const HorizonChart = lazyPart(async () => (await import("./HorizonChart")).HorizonChart);

interface ForecastResultProps {
  readonly evaluation: ForecastEvaluation;
}

export function ForecastResult({ evaluation }: ForecastResultProps) {
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
      <p>{say(forecastInWords(evaluation, row))}</p>
      {columns.length > 1 && (
        <SelectField
          label={words.evaluation.column}
          value={String(column)}
          options={columns.map(({ name }, k) => ({ value: String(k), label: say(name) }))}
          onChange={(value) => setColumn(Number(value))}
        />
      )}
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
        <Newest evaluation={evaluation} column={column} ahead={Number(ahead)} />
      )}
      <Errors evaluation={evaluation} row={row} />
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

function Errors({ evaluation, row }: { readonly evaluation: ForecastEvaluation; readonly row: ForecastRow }) {
  const { columns, period, horizon } = evaluation;
  const { unit } = columns[row.column];
  const say = useSay();
  const { evaluation: words, formats } = useAllWords();
  const valuesOf = ({ rmse, mae, mase, r2 }: ForecastErrors) => [rmse, mae, mase, r2].map(formats.decimal);
  return (
    <>
      <ResultTable
        caption={words.forecastErrors({ ahead: row.ahead, horizon, unit })}
        columns={[words.rmse, words.mae, words.mase, words.r2]}
        rows={[
          { name: words.network, own: true, values: valuesOf(row.network) },
          { name: words.lastValue, values: valuesOf(row.naive) },
          ...(row.seasonal && period !== null
            ? [{ name: words.seasonalNaive({ period }), values: valuesOf(row.seasonal) }]
            : []),
          { name: words.drift, values: valuesOf(row.drift) },
          { name: words.trainingMean, values: valuesOf(row.mean) },
        ]}
      />
      <p className={text.hint}>{say(forecastHint(row.network, unit, period))}</p>
    </>
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
  const title = words.forecastTitle({ name: say(name), unit, ahead });
  return (
    <div>
      <div className={`${layout.ends} ${styles.head}`}>
        <p className={text.hint}>{title}</p>
        {evaluation.chart.after.length > Number(spans[0].value) && (
          <Choice label={words.newest} value={span} options={spans} onChange={setSpan} />
        )}
      </div>
      <figure className={styles.chart} aria-label={title}>
        <FaultBoundary what="forecasts">
          <ForecastChart rows={rows} title={title} />
        </FaultBoundary>
      </figure>
      <p className={legend.legend} aria-hidden="true">
        <span>{words.curves.truth}</span>
        <span className={styles.forecast}>{words.curves.forecast}</span>
        <span className={styles.naive}>{words.curves.lastValue}</span>
      </p>
    </div>
  );
}

function Horizon({ evaluation, column }: Omit<NewestProps, "ahead">) {
  const say = useSay();
  const words = useAllWords().evaluation;
  const rows = useMemo(() => horizonRows(evaluation, column), [evaluation, column]);
  const { name, unit } = evaluation.columns[column];
  const title = words.horizonTitle({ name: say(name), unit });
  return (
    <div>
      <p className={text.hint}>{title}</p>
      <figure className={styles.chart} aria-label={title}>
        <FaultBoundary what="errors">
          <HorizonChart rows={rows} title={title} />
        </FaultBoundary>
      </figure>
      <p className={legend.legend} aria-hidden="true">
        <span className={styles.forecast}>{words.curves.network}</span>
        <span className={styles.naive}>{words.curves.lastValue}</span>
        {evaluation.period !== null && <span className={styles.seasonal}>{words.curves.seasonalNaive}</span>}
      </p>
    </div>
  );
}
