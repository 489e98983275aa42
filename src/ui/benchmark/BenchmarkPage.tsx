/** A benchmark that anyone can run on their own machine: every engine that there is, on the same work, in turns. */

import { Copy, Play, Square } from "lucide-react";
import type { BenchmarkReport, BenchmarkResult, Command } from "../../session/protocol";
import type { PlaygroundStore } from "../../store/store";
import type { AllWords } from "../../words/catalogue";
import { message } from "../../words/message";
import { say } from "../../words/say";
import { Action } from "../controls/Action";
import { Panel } from "../controls/Panel";
import { copyToClipboard } from "../copyToClipboard";
import layout from "../styles/layout.module.css";
import table from "../styles/table.module.css";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { WaitingFor } from "../waiting/WaitingFor";
import { useAllWords } from "../words/useWords";
import styles from "./BenchmarkPage.module.css";
import {
  engineInWords,
  enginesOf,
  fastestOf,
  resultsAsTable,
  sizesInWords,
  timingInWords,
  timingOf,
} from "./benchmarkWords";

const nothingYet: BenchmarkReport = { pieces: 0, results: [] };

export function BenchmarkPage() {
  const words = useAllWords();
  const { benchmark } = words;
  const store = usePlaygroundStore();
  const { running, value } = usePlayground((state) => state.looks.benchmark);
  const { pieces, results } = value ?? nothingYet;
  const engine = usePlayground((state) => state.engine);
  const { look, stopLooking } = store.getState();
  return (
    <main className={styles.main}>
      <Panel
        title={benchmark.title}
        aside={
          <div className={layout.actions}>
            {running ? (
              <Action onPress={() => stopLooking("benchmark")}>
                <Square size={15} aria-hidden="true" />
                {benchmark.stop}
              </Action>
            ) : (
              <Action weight="primary" onPress={() => look("benchmark")} isDisabled={engine === null}>
                <Play size={15} aria-hidden="true" />
                {results.length > 0 ? benchmark.again : benchmark.run}
              </Action>
            )}
            <Action onPress={() => copyResults(store, words)} isDisabled={results.length === 0}>
              <Copy size={15} aria-hidden="true" />
              {benchmark.copy}
            </Action>
          </div>
        }
      >
        <p className={`${text.hint} ${styles.hint}`}>{benchmark.about}</p>
        <p role="status" className={styles.progress}>
          {running &&
            (results.length === pieces
              ? benchmark.starting
              : benchmark.measuring({ piece: results.length + 1, pieces }))}
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
  const words = useAllWords();
  const { benchmark } = words;
  const engines = enginesOf(results);
  return (
    <>
      <div className={table.scroll}>
        <table className={`${table.table} ${styles.table}`}>
          <caption className="visually-hidden">{benchmark.results}</caption>
          <thead>
            <tr>
              <th scope="col">{benchmark.work}</th>
              <th scope="col">{benchmark.network}</th>
              {engines.map((engine) => (
                <th scope="col" key={engine}>
                  {say(words, engineInWords(engine))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {results.map((result) => (
              <Row
                key={`${result.piece.work} ${JSON.stringify(result.piece.shape)}`}
                result={result}
                engines={engines}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className={`${text.hint} ${styles.hint}`}>{benchmark.hint}</p>
    </>
  );
}

interface RowProps {
  readonly result: BenchmarkResult;
  readonly engines: readonly string[];
}

function Row({ result, engines }: RowProps) {
  const words = useAllWords();
  const fastest = fastestOf(result);
  return (
    <tr>
      <th scope="row">{words.benchmark.works[result.piece.work]}</th>
      <td className={styles.sizes}>{say(words, sizesInWords(result.piece))}</td>
      {engines.map((engine) => (
        <td key={engine} className={engine === fastest ? styles.fastest : undefined}>
          {timingInWords(words, timingOf(result, engine))}
        </td>
      ))}
    </tr>
  );
}

function copyResults(store: PlaygroundStore, words: AllWords): Promise<void> {
  const state = store.getState();
  const table = resultsAsTable(words, state.looks.benchmark.value?.results ?? [], navigator.userAgent);
  return copyToClipboard(state, table, {
    copied: message("benchmark.copied"),
    notCopied: message("benchmark.notCopied"),
  });
}
