/** How good forecasts are, beside repeating the last value, or the last season; drawn and in numbers. */

import { useMemo, useState } from "react";
import type { ForecastErrors, ForecastEvaluation, ForecastRow } from "../../data/evaluation/evaluationTypes";
import { formatCount } from "../../data/phrases";
import { Choice, type Option } from "../controls/Choice";
import { SelectField } from "../controls/SelectField";
import { FaultBoundary } from "../faults/FaultBoundary";
import { formatDecimal } from "../format";
import { lazyPart } from "../lazyPart";
import layout from "../styles/layout.module.css";
import legend from "../styles/legend.module.css";
import text from "../styles/text.module.css";
import { aheadInWords, biasInWords, forecastInWords } from "./evaluationWords";
import styles from "./ForecastResult.module.css";
import { forecastRows, horizonRows } from "./forecastRows";
import { ResultTable } from "./ResultTable";
import type { Things } from "./thingsOf";

const ForecastChart = lazyPart(async () => (await import("./ForecastChart")).ForecastChart);
const HorizonChart = lazyPart(async () => (await import("./HorizonChart")).HorizonChart);

interface ForecastResultProps {
  readonly evaluation: ForecastEvaluation;
  readonly things: Things;
}

export function ForecastResult({ evaluation, things }: ForecastResultProps) {
  const { columns, horizon, rows } = evaluation;
  const [column, setColumn] = useState(0);
  /** "1" to the horizon, or "all". */
  const [ahead, setAhead] = useState(horizon > 1 ? "all" : "1");
  const rowsAhead = ahead === "all" || horizon === 1 ? null : Number(ahead);
  const row = rows.find((one) => one.column === column && one.ahead === rowsAhead);
  if (!row) return null;
  return (
    <>
      <p>{forecastInWords(evaluation, row, things)}</p>
      {columns.length > 1 && (
        <SelectField
          label="Column"
          value={String(column)}
          options={columns.map(({ name }, k) => ({ value: String(k), label: name }))}
          onChange={(value) => setColumn(Number(value))}
        />
      )}
      {horizon > 1 && (
        <SelectField label="Rows ahead" value={ahead} options={aheadOptions(horizon)} onChange={setAhead} />
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

const aheadOptions = (horizon: number) => [
  { value: "all", label: `All, 1 to ${horizon}` },
  ...Array.from({ length: horizon }, (_, h) => ({ value: String(h + 1), label: String(h + 1) })),
];

function Errors({ evaluation, row }: { readonly evaluation: ForecastEvaluation; readonly row: ForecastRow }) {
  const { columns, period, horizon } = evaluation;
  const { unit } = columns[row.column];
  const ahead = aheadInWords(row.ahead, horizon);
  return (
    <>
      <ResultTable
        caption={unit ? `Errors ${ahead}, in ${unit}` : `Errors ${ahead}`}
        columns={["RMSE", "MAE", "MASE", "R²"]}
        rows={[
          { name: "Network", own: true, values: valuesOf(row.network) },
          { name: "Last value", values: valuesOf(row.naive) },
          ...(row.seasonal && period !== null
            ? [{ name: `Last season (${formatCount(period)} rows ago)`, values: valuesOf(row.seasonal) }]
            : []),
        ]}
      />
      <p className={text.hint}>
        MASE compares the mean absolute error with that of{" "}
        {period === null ? "repeating the last value" : "repeating the last season"} in the training part:
        below 1 is better. R² is the share of the variance that is explained. {biasInWords(row.network, unit)}
      </p>
    </>
  );
}

const valuesOf = ({ rmse, mae, mase, r2 }: ForecastErrors) => [rmse, mae, mase, r2].map(formatDecimal);

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
  const [span, setSpan] = useState<Span>("60");
  const rows = useMemo(
    () => forecastRows(evaluation, column, ahead, Number(span)),
    [evaluation, column, ahead, span],
  );
  const { name, unit } = evaluation.columns[column];
  const title = `${name}${unit ? ` in ${unit}` : ""}, ${aheadInWords(ahead, ahead)}`;
  return (
    <div>
      <div className={`${layout.ends} ${styles.head}`}>
        <p className={text.hint}>{title}</p>
        {evaluation.chart.after.length > Number(spans[0].value) && (
          <Choice label="Newest" value={span} options={spans} onChange={setSpan} />
        )}
      </div>
      <figure className={styles.chart} aria-label={title}>
        <FaultBoundary what="forecasts">
          <ForecastChart rows={rows} title={title} />
        </FaultBoundary>
      </figure>
      <p className={legend.legend} aria-hidden="true">
        <span>truth</span>
        <span className={styles.forecast}>forecast</span>
        <span className={styles.naive}>last value</span>
      </p>
    </div>
  );
}

function Horizon({ evaluation, column }: Omit<NewestProps, "ahead">) {
  const rows = useMemo(() => horizonRows(evaluation, column), [evaluation, column]);
  const { name, unit } = evaluation.columns[column];
  const title = `Root mean squared error of ${name}${unit ? ` in ${unit}` : ""}, by rows ahead`;
  return (
    <div>
      <p className={text.hint}>{title}</p>
      <figure className={styles.chart} aria-label={title}>
        <FaultBoundary what="errors">
          <HorizonChart rows={rows} title={title} />
        </FaultBoundary>
      </figure>
      <p className={legend.legend} aria-hidden="true">
        <span className={styles.forecast}>network</span>
        <span className={styles.naive}>last value</span>
        {evaluation.period !== null && <span className={styles.seasonal}>last season</span>}
      </p>
    </div>
  );
}
