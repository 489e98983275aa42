/** A benchmark that anyone can run on their own machine: every engine that there is, on the same work, in turns. */

import { Copy, Play, Square } from "lucide-react";
import type { BenchmarkReport, BenchmarkResult, Command } from "../../session/protocol";
import type { PlaygroundStore } from "../../store/store";
import { Action } from "../controls/Action";
import { Panel } from "../controls/Panel";
import { copyToClipboard } from "../copyToClipboard";
import layout from "../styles/layout.module.css";
import table from "../styles/table.module.css";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { WaitingFor } from "../waiting/WaitingFor";
import styles from "./BenchmarkPage.module.css";
import {
  enginesOf,
  fastestOf,
  resultsAsTable,
  sizesInWords,
  timingInWords,
  timingOf,
  workName,
} from "./benchmarkWords";

const nothingYet: BenchmarkReport = { pieces: 0, results: [] };

export function BenchmarkPage() {
  const store = usePlaygroundStore();
  const { running, value } = usePlayground((state) => state.looks.benchmark);
  const { pieces, results } = value ?? nothingYet;
  const engine = usePlayground((state) => state.engine);
  const { look, stopLooking } = store.getState();
  return (
    <main className={styles.main}>
      <Panel
        title="Benchmark"
        aside={
          <div className={layout.actions}>
            {running ? (
              <Action onPress={() => stopLooking("benchmark")}>
                <Square size={15} aria-hidden="true" />
                Stop
              </Action>
            ) : (
              <Action weight="primary" onPress={() => look("benchmark")} isDisabled={engine === null}>
                <Play size={15} aria-hidden="true" />
                {results.length > 0 ? "Run again" : "Run"}
              </Action>
            )}
            <Action onPress={() => copyResults(store)} isDisabled={results.length === 0}>
              <Copy size={15} aria-hidden="true" />
              Copy as table
            </Action>
          </div>
        }
      >
        <p className={`${text.hint} ${styles.hint}`}>
          How fast is this computer? Every engine does the same work on the same data, in turns, so that
          whatever else the computer does slows all of them. It takes a minute or two; training pauses
          meanwhile. Close other programs, and plug a laptop in.
        </p>
        <p role="status" className={styles.progress}>
          {running &&
            (results.length === pieces ? "Starting…" : `Measuring ${results.length + 1} of ${pieces} …`)}
        </p>
        <WaitingFor isHere={isHere} />
        {results.length > 0 && <Results results={results} />}
      </Panel>
    </main>
  );
}

const isHere = (command: Command) =>
  (command.type === "look" || command.type === "stopLooking") && command.look === "benchmark";

function Results({ results }: { readonly results: readonly BenchmarkResult[] }) {
  const engines = enginesOf(results);
  return (
    <>
      <div className={table.scroll}>
        <table className={`${table.table} ${styles.table}`}>
          <caption className="visually-hidden">Results</caption>
          <thead>
            <tr>
              <th scope="col">Work</th>
              <th scope="col">Network</th>
              {engines.map((engine) => (
                <th scope="col" key={engine}>
                  {engine}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {results.map((result) => (
              <Row
                key={`${workName(result.piece)} ${sizesInWords(result.piece)}`}
                result={result}
                engines={engines}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className={`${text.hint} ${styles.hint}`}>
        Milliseconds: the median of several runs, with the fastest and the slowest. The fastest engine of a
        row is bold. A training step is forward, backward and an update by Adam.
      </p>
    </>
  );
}

interface RowProps {
  readonly result: BenchmarkResult;
  readonly engines: readonly string[];
}

function Row({ result, engines }: RowProps) {
  const fastest = fastestOf(result);
  return (
    <tr>
      <th scope="row">{workName(result.piece)}</th>
      <td className={styles.sizes}>{sizesInWords(result.piece)}</td>
      {engines.map((engine) => (
        <td key={engine} className={engine === fastest ? styles.fastest : undefined}>
          {timingInWords(timingOf(result, engine))}
        </td>
      ))}
    </tr>
  );
}

function copyResults(store: PlaygroundStore): Promise<void> {
  const state = store.getState();
  const table = resultsAsTable(state.looks.benchmark.value?.results ?? [], navigator.userAgent);
  return copyToClipboard(state, table, { copied: "The table is copied.", what: "table" });
}
