/** The text in use, and the ways to another one. */

import { useEffect, useRef } from "react";
import { unitInUse } from "../../store/imports/folder";
import type { Said } from "../../words/message";
import { Action } from "../controls/Action";
import { Panel } from "../controls/Panel";
import note from "../styles/note.module.css";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { WaitingFor } from "../waiting/WaitingFor";
import { useAllWords, useSay } from "../words/useWords";
import { DataFacts } from "./DataFacts";
import styles from "./DataPanel.module.css";
import { DataSources } from "./DataSources";
import { TextsEncoding } from "./folders/TextsEncoding";
import { readFileAsTable } from "./openFile";
import { Rejection } from "./Rejection";
import { UsedTableFacts } from "./table/UsedTableFacts";

/** The other reading of a file that was taken for a text. */
function AsTable() {
  const store = usePlaygroundStore();
  const words = useAllWords();
  const source = usePlayground((state) => state.source);
  if (source.kind !== "file") return null;
  return (
    <Action weight="link" onPress={() => store.getState().openTable(source.file)}>
      {words.data.asTable}
    </Action>
  );
}

/** A picture, a sound or a program is no table either, and nothing is none. */
const mayBeTable = (file: File, why: Said): boolean =>
  file.size > 0 && (typeof why === "string" || why.key !== "files.binary");

export function DataPanel() {
  const store = usePlaygroundStore();
  const words = useAllWords();
  const panel = useRef<HTMLElement>(null);
  const data = usePlayground((state) => state.data);
  const unit = usePlayground(unitInUse);
  const say = useSay();
  const loadingName = usePlayground((state) => state.loadingName);
  const rejected = usePlayground((state) => state.rejected);
  const { dismissRejection } = store.getState();
  const file = rejected?.file;
  // A file can be dropped anywhere on the page; what is wrong with it is said here.
  useEffect(() => {
    if (rejected) panel.current?.scrollIntoView({ block: "nearest" });
  }, [rejected]);
  return (
    <Panel title={words.data.title} ref={panel}>
      {rejected && (
        <Rejection
          name={rejected.name}
          message={rejected.message}
          onTable={file && mayBeTable(file, rejected.message) ? () => readFileAsTable(store, file) : null}
          onDismiss={dismissRejection}
        />
      )}
      <div>
        <div aria-live="polite">
          {loadingName !== null && (
            <p className={`${note.info} ${styles.loading}`}>
              {words.data.loading({ name: say(loadingName) })}
            </p>
          )}
          <WaitingFor isHere={({ type }) => type === "loadData"} />
        </div>
        {data ? (
          <DataFacts
            data={data}
            unit={unit}
            onUnit={store.getState().readTextsAs}
            onText={store.getState().readTextWith}
          />
        ) : (
          <p className={`${text.hint} ${styles.awaited}`}>{words.data.sampleLoading}</p>
        )}
        <TextsEncoding />
        <AsTable />
        <UsedTableFacts />
      </div>
      <DataSources />
      <p className={text.hint}>{words.data.drop}</p>
    </Panel>
  );
}
