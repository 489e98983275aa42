/** Which inputs the answers depend on: a bar each, with where it may lie. */
import { ChartBarBig, Square } from "lucide-react";
import { useRef } from "react";
import type { ImportanceReport } from "../../session/protocol";
import { Action } from "../controls/Action";
import { Panel } from "../controls/Panel";
import { WorkProgress } from "../controls/WorkProgress";
import { Sentences } from "../data/Sentences";
import { ResultTable } from "../evaluation/ResultTable";
import layout from "../styles/layout.module.css";
import legend from "../styles/legend.module.css";
import text from "../styles/text.module.css";
import { SavePicture } from "../takeAlong/SavePicture";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import { ImportanceChart } from "./ImportanceChart";
import styles from "./ImportancePanel.module.css";
import { importanceRows } from "./importanceRows";

export function ImportancePanel() {
  const words = useAllWords().importance;
  const store = usePlaygroundStore();
  const { value, running } = usePlayground((state) => state.looks.importance);
  const hasRun = useRun((run) => run.summary !== null);
  const { look, stopLooking } = store.getState();
  return (
    <Panel
      title={words.title}
      isFramed
      aside={
        running ? (
          <Action onPress={() => stopLooking("importance")}>
            <Square size={14} aria-hidden="true" />
            {words.stop}
          </Action>
        ) : (
          <Action onPress={() => look("importance")} isDisabled={!hasRun}>
            <ChartBarBig size={15} aria-hidden="true" />
            {value ? words.again : words.measure}
          </Action>
        )
      }
    >
      {running && <WorkProgress label={words.measuring} share={value?.share ?? 0} />}
      {value ? <Report report={value} /> : <p className={text.hint}>{words.about}</p>}
    </Panel>
  );
}

function Report({ report }: { readonly report: ImportanceReport }) {
  const { importance: words, formats } = useAllWords();
  const say = useSay();
  const picture = useRef<HTMLDivElement>(null);
  const { correlated } = report;
  const rows = importanceRows(report, say);
  const unclear = rows.filter(({ low }) => low <= 0).map(({ name }) => name);
  return (
    <div className={layout.stack}>
      <p>{words.measured(report)}</p>
      <div ref={picture}>
        <figure
          className={styles.chart}
          aria-label={words.chart}
          style={{ height: `${rowPx * rows.length + axisPx}px` }}
        >
          <ImportanceChart rows={rows} title={words.chart} />
        </figure>
        <p className={legend.legend} aria-hidden="true">
          <span className={styles.bar}>{words.bar}</span>
          <span className={styles.range}>{words.range}</span>
        </p>
        <SavePicture of={picture} title={words.chart} />
      </div>
      <Sentences
        sentences={[
          ...(unclear.length > 0 ? [words.unclear({ names: formats.list(unclear, mostNamed) })] : []),
          ...correlated
            .slice(0, mostPairs)
            .map(({ a, b, r }) => words.correlated({ a: say(a), b: say(b), r })),
        ]}
      />
      <ResultTable
        caption={words.chart}
        columns={[words.bar, words.from, words.to]}
        rows={rows.map(({ name, rise, low, high }) => ({
          name,
          values: [rise, low, high].map(formats.decimal),
        }))}
      />
      <p className={text.hint}>{words.about}</p>
    </div>
  );
}

const rowPx = 28;
const axisPx = 34;
const mostNamed = 12;
const mostPairs = 5;
