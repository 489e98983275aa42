/** What columns are called that tell series apart, or say when. */
import type { ColumnPreview } from "./tableTypes";

const seriesName =
  /^(seq|series|sequence|subject|session|trial|user|group|sample|shop|store|site|station|sensor|device|machine|unit|engine|item|product|sku|stock|ticker|symbol|utterance|patient|person|speaker|country|region|city|customer|account|vehicle|household|house|building|plant|turbine|asset|location|meter|channel|player|team|fund|company|episode|run|recording|file|track|batch|lot|name|who)/i;

/** Of what tells series apart. */
export const isSeriesName = (name: string): boolean =>
  seriesName.test(name.trim()) || /[_\s-]?id$/i.test(name.trim());

/** What counts the steps of a sequence. */
export const isStepName = (name: string): boolean =>
  /^(t|time|step|steps|time_?step|tick|frame|cycle|cycles|seq_?index|position|order|second|seconds|round|turn|时间|步)$/i.test(
    name.trim(),
  );

/** Behind a name, or around nothing but it. */
const timeUnit =
  /[\s_]*[[(/{（【]\s*(s|secs?|seconds?|ms|msecs?|milliseconds?|[uµμ]s|microseconds?|ns|min|minutes?|h|hrs?|hours?|d|days?|sek|秒|毫秒)\s*[\])}）】]?$|[\s_]+(in[\s_]+)?(s|secs?|seconds?|ms|msecs?|millis|milliseconds?|[uµμ]s|ns|mins?|minutes?|hrs?|hours?)$/i;
const elapsedName =
  /^(t|time|times|zeit|temps|tiempo|tijd|tempo|elapsed|uptime|laufzeit|messzeit|secs?|seconds?|millis(econds?)?|msecs?|ms|minutes?|clock|stopwatch|(time[\s_]*)?stamp|(elapsed|cumulative|cum|relative|rel|run|sample|sampling|recording|measurement|test|total|sensor|sys|system|abs)[\s_.]*(time|seconds?)|time[\s_]*(elapsed|passed|rel|relative)|verstrichene[\s_]*zeit|temps[\s_]*[ée]coul[ée]|时间|時間|经过时间|経過時間|时刻)$/i;

/** Of how long something has gone on, whatever the unit is: such numbers are the time where they rise. */
export const isElapsedName = (name: string): boolean =>
  elapsedName.test(name.trim().replace(timeUnit, "").trim());

export const isWords = ({ type }: Pick<ColumnPreview, "type">): boolean =>
  type.kind !== "number" && type.kind !== "date";
