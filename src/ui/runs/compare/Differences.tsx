/** Two tables with a column for each run: the settings in which they differ, and what they have come to. */
import { absent } from "../../../words/formats";
import table from "../../styles/table.module.css";
import text from "../../styles/text.module.css";
import { useAllWords, useSay } from "../../words/useWords";
import type { ComparedRun, Comparison } from "./comparison";

interface Row {
  readonly title: string;
  readonly values: readonly string[];
}

export function Differences({ comparison }: { readonly comparison: Comparison }) {
  const { compare, settingLabels } = useAllWords();
  const say = useSay();
  const { runs, settings } = comparison;
  const settingRows = settings.map(({ name, values }) => ({
    title: settingLabels[name],
    values: values.map((value) => (value === null ? absent : say(value))),
  }));
  const results = useResultRows(comparison);
  return (
    <>
      {settingRows.length > 0 ? (
        <RunTable caption={compare.settings} runs={runs} rows={settingRows} />
      ) : (
        <p className={text.quiet}>{compare.sameSettings}</p>
      )}
      <RunTable caption={compare.results} runs={runs} rows={results} />
    </>
  );
}

function useResultRows({ runs, groups }: Comparison): readonly Row[] {
  const { compare, formats } = useAllWords();
  const say = useSay();
  const rowOf = (title: string, of: (run: ComparedRun) => string): Row => ({ title, values: runs.map(of) });
  return [
    ...(groups.length > 1 ? [rowOf(compare.data, ({ row }) => say(row.dataName))] : []),
    rowOf(compare.parameters, ({ row }) => formats.count(row.record.summary.parameterCount)),
    rowOf(compare.steps, ({ row }) => formats.count(row.record.step)),
    rowOf(compare.stepTime, ({ stepMs }) =>
      stepMs === null ? absent : compare.milliseconds({ ms: stepMs }),
    ),
    rowOf(compare.best({ nats: runs.every(({ row }) => row.isInNats) }), ({ row }) =>
      formats.decimal(row.best),
    ),
    rowOf(compare.result, ({ row }) => (row.result ? say(row.result) : absent)),
  ];
}

interface RunTableProps {
  readonly caption: string;
  readonly runs: readonly ComparedRun[];
  readonly rows: readonly Row[];
}

function RunTable({ caption, runs, rows }: RunTableProps) {
  const { compare } = useAllWords();
  const say = useSay();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section className={table.scroll} tabIndex={0} aria-label={caption}>
      <table className={table.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td>
              <span className="visually-hidden">{compare.run}</span>
            </td>
            {runs.map(({ row }) => (
              <th key={row.id} scope="col">
                {say(row.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, values }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {runs.map(({ row }, i) => (
                <td key={row.id}>{values[i]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
