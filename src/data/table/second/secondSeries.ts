/** Series of another table, of which every window is forecast, and what comes next. */
import { message } from "../../../words/message";
import type { Quantity, SeriesData, SeriesPart } from "../../examples";
import { inTurns } from "../../inTurns";
import type { ColumnForm } from "../../targetForm";
import { arrangeRows } from "../arrangeRows";
import { completeSeries, spansOf } from "../completeSeries";
import type { DescribedTable } from "../describeTable";
import { encodeColumns, quantityWithin, type RowSpan } from "../encodeColumns";
import { futureRows } from "../futureRows";
import type { PrepareContext } from "../prepareContext";
import { calendarFeatures, interleaved, knownTargets, outputsOf, withoutFuture } from "../prepareForecast";
import { prepareFuture } from "../prepareFuture";
import { isDated } from "../rowTimes";
import { type SequenceTable, sequenceTable } from "../sequenceTable";
import type { ForecastQuestion } from "../tableTypes";
import { leadOfQuestion } from "../targetRhythm";
import { columnInForm, formsWithin, readColumns, readFormsAlike } from "../targetTransform";
import { timeNames } from "../timeNames";
import { columnNotes } from "./columnNotes";
import { cannot, type SecondOutcome } from "./secondOutcome";
import type { TrainedOn } from "./trainedOn";

export interface SecondForecast {
  /** Of the other table. */
  readonly question: ForecastQuestion;
  readonly trained: TrainedOn;
  /** Its column for one of the first table. */
  readonly at: (column: number) => number | null;
}

export async function secondSeries(
  described: DescribedTable,
  { question, trained, at }: SecondForecast,
  context: PrepareContext,
): Promise<SecondOutcome> {
  const { way, input, answer } = trained;
  if (input.kind !== "features" || answer.kind !== "numbers" || !answer.forecast)
    throw new Error("A forecast reads features and answers numbers.");
  if (question.calendar.length > 0 && !isDated(described.preview.columns, question.time))
    return cannot(message("table.calendarNeedsDates"));
  const { forecast } = answer;
  const transform = forecast.transform ?? null;
  const used = way.read.map(({ column }) => at(column) ?? -1);
  const { id, idWith, time } = question;
  const arrangement = await arrangeRows(described, { id, idWith, time, used }, context);
  const all = await sequenceTable(described, arrangement, used, context);
  const K = forecast.columns.length;
  const toCome = futureRows(all, K);
  const gathered = withoutFuture(all, toCome);
  const notes = columnNotes(gathered, way.read);
  const options = { ...way.options, heldOutShare: 1 };
  const part = await completeSeries(gathered, arrangement.ids, { ...context, options });
  const spans = spansOf(part.table);
  const longest = spans.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const { window } = question;
  const lead = leadOfQuestion(question);
  if (longest < lead + window)
    return cannot(message("second.tooShort", { rows: longest, window, lead }), notes);
  const isAlone = id !== null && options.seriesScaling === "each";
  const own = isAlone ? ownScales(trained, question, part, spans) : [];
  const { columns } = part.table;
  const forms = readFormsAlike(transform, way.read);
  const read = readColumns(columns, forms);
  const calendar = calendarFeatures(question, part.table);
  const encoded = await encodeColumns(columns, calendar, part.isTrain, context, {
    alone: isAlone ? spans : [],
    before: { columns: way.read, ofSpans: own.map(({ features }) => features) },
    inForm: (column, c) => columnInForm(column, spans, forms[c]),
  });
  if (!encoded.ok) return cannot(encoded.problem, notes);
  const { features, inputs, ofSpans } = encoded.value;
  const targets = part.table.columns.slice(0, K);
  const given = { all, ids: arrangement.ids, toCome, part, read, encoded: encoded.value };
  const next = await inTurns(prepareFuture(described, question, given), context.breathing);
  const parts = spans.map(
    ({ start, end }, series): SeriesPart => ({
      name: part.ids[series],
      start,
      end,
      trainRows: 0,
      ...(isAlone && {
        quantities: {
          features: ofSpans[series],
          outputs: outputsOf(own[series].targets, forecast.horizon),
        },
        ...(own[series].forms && { forms: own[series].forms }),
      }),
    }),
  );
  const data: SeriesData = {
    kind: "series",
    name: described.table.origin.name,
    sizeBytes: described.table.origin.sizeBytes,
    decisions: arrangement.decisions,
    suggested: {},
    input: { ...input, features },
    answer: { ...answer, forecast },
    rows: inputs,
    targets: interleaved(targets),
    known: knownTargets(part, K),
    times: await timeNames(described, question, part.table, context.breathing),
    trainRows: 0,
    ...(id !== null && { parts }),
    ...(next && { future: next }),
  };
  return { notes: [...notes, ...newSeries(part.ids, trained, isAlone)], problem: null, data };
}

interface OwnScale {
  /** Null for a series that the network has not seen. */
  readonly features: readonly Quantity[] | null;
  readonly targets: readonly Quantity[];
  readonly forms?: readonly ColumnForm[];
}

/** Of each series: as it was scaled in training, or, of a new one, by all of its rows. */
function ownScales(
  { own, way: { options }, answer }: TrainedOn,
  question: ForecastQuestion,
  part: { readonly table: SequenceTable; readonly ids: readonly string[]; readonly isTrain: Uint8Array },
  spans: readonly RowSpan[],
): readonly OwnScale[] {
  const forecast = answer.kind === "numbers" ? answer.forecast : null;
  const K = forecast?.columns.length ?? 0;
  const columns = part.table.columns.slice(0, K);
  return spans.map((span, series) => {
    const known = own.find(({ name }) => name === part.ids[series]);
    if (known?.quantities) {
      const { features, outputs } = known.quantities;
      return { features, targets: outputs.slice(0, K), ...(known.forms && { forms: known.forms }) };
    }
    const targets = columns.map((column) => quantityWithin(column, part.isTrain, options.scaling, span));
    const fit = { question, options, spans, trains: spans, series };
    const forms = forecast?.transform && formsWithin(forecast.transform, columns, targets, fit);
    return { features: null, targets, ...(forms && { forms }) };
  });
}

function newSeries(ids: readonly string[], { own }: TrainedOn, isAlone: boolean) {
  const count = isAlone ? ids.filter((id) => !own.some(({ name }) => name === id)).length : 0;
  return count > 0 ? [message("second.newSeries", { count })] : [];
}
