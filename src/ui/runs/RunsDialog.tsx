/** The kept runs, the newest first: what each is, what it has come to, and what can be done with it. */
import { useMemo, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { kindOfFile, networkExtensions } from "../../data/fileKind";
import type { ReadRace } from "../../kept/readRace";
import { runFileExtension } from "../../kept/runFileExtension";
import type { ListedRun } from "../../kept/runStore";
import { openNetwork } from "../../store/imports/network";
import { shownRun } from "../../store/runs";
import type { KeptList } from "../../store/state";
import type { PlaygroundStore } from "../../store/store";
import { Action } from "../controls/Action";
import { DialogBody } from "../frame/DialogBody";
import { DialogFooter } from "../frame/DialogFooter";
import { DialogFrame } from "../frame/DialogFrame";
import { lazyPart } from "../lazyPart";
import { useIsLocked } from "../settings/useIsLocked";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import { DeletedRuns } from "./DeletedRuns";
import { RunItem } from "./RunItem";
import styles from "./RunsDialog.module.css";
import { type RunRow, runRows } from "./runRows";

const Comparison = lazyPart(async () => (await import("./compare/Comparison")).Comparison);
const RaceView = lazyPart(async () => (await import("./race/RaceView")).RaceView);

export function RunsDialog() {
  const { kept } = useAllWords();
  const list = usePlayground((state) => state.kept);
  return (
    <DialogFrame title={kept.title} facts={list && <Usage list={list} />} size="wide" isDismissable>
      {(close) => <Content list={list} onClose={close} />}
    </DialogFrame>
  );
}

interface ContentProps {
  readonly list: KeptList | null;
  readonly onClose: () => void;
}

/** The list, those of its runs that were chosen beside each other, or a race. */
function Content({ list, onClose }: ContentProps) {
  const { compare, kept, race } = useAllWords();
  /** In the order of the list they are compared; one that has been deleted meanwhile is not among them. */
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [place, setPlace] = useState<"list" | "comparison" | "race">("list");
  const rows = useMemo(() => runRows(list?.runs ?? []), [list]);
  const compared = useMemo(() => rows.filter(({ id }) => chosen.includes(id)), [rows, chosen]);
  const isRacing = usePlayground((state) => state.race !== null);
  const isOnePaused = list?.races.some(({ id, read }) => isPaused(read) && !list.live.includes(id));
  // What a lesson locks, a race does not vary either.
  const isLocked = useIsLocked();
  const compares = place === "comparison" && compared.length > 1;
  const choose = (id: string, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));
  const toRace = (label: string) => <Action onPress={() => setPlace("race")}>{label}</Action>;
  if (place === "race")
    return (
      <>
        <DialogBody>
          <RaceView chosen={compared} onClose={onClose} />
        </DialogBody>
        <DialogFooter>
          <Action onPress={() => setPlace("list")}>{compare.back}</Action>
          <Action onPress={onClose}>{kept.close}</Action>
        </DialogFooter>
      </>
    );
  return (
    <>
      <DialogBody>
        {compares ? (
          <Comparison rows={compared} />
        ) : (
          <>
            <Standing />
            {list && <Runs list={list} rows={rows} chosen={chosen} onChoose={choose} onClose={onClose} />}
          </>
        )}
      </DialogBody>
      <DialogFooter>
        {compares ? (
          <>
            <Action autoFocus onPress={() => setPlace("list")}>
              {compare.back}
            </Action>
            {!isRacing && !isLocked && toRace(race.raceThese)}
          </>
        ) : (
          <>
            <OpenFile onClose={onClose} />
            {(isRacing || !isLocked) &&
              toRace(isRacing ? race.show : isOnePaused ? race.beginOrGoOn : race.begin)}
            <Action isDisabled={compared.length < 2} onPress={() => setPlace("comparison")}>
              {compare.compare({ runs: compared.length })}
            </Action>
          </>
        )}
        <Action onPress={onClose}>{kept.close}</Action>
      </DialogFooter>
    </>
  );
}

const isPaused = (read: ReadRace) => read.ok && !read.record.isOver;

function OpenFile({ onClose }: { readonly onClose: () => void }) {
  const { kept } = useAllWords();
  const store = usePlaygroundStore();
  return (
    <FileTrigger
      acceptedFileTypes={[runFileExtension, ".zip", ...networkExtensions.map((one) => `.${one}`)]}
      onSelect={(files) => {
        const file = files?.item(0);
        if (!file) return;
        onClose();
        void openPicked(store, file);
      }}
    >
      <Action>{kept.openFile}</Action>
    </FileTrigger>
  );
}

/** A run that was saved, whatever it is called, or a network of another program. */
async function openPicked(store: PlaygroundStore, file: File): Promise<void> {
  // What cannot be read, the reader of networks says.
  const kind = await kindOfFile(file).catch(() => "network" as const);
  if (kind === "run") store.getState().keeper({ type: "openFile", file });
  else openNetwork(store, file);
}

function Usage({ list: { usage, persisted } }: { readonly list: KeptList }) {
  const { kept, common } = useAllWords();
  if (!usage) return null;
  return common.sentences({
    parts: [kept.usage(usage), persisted ? kept.persisted : kept.notPersisted],
  });
}

/** Why nothing is kept, where that is so. */
function Standing() {
  const { kept } = useAllWords();
  const say = useSay();
  const store = usePlaygroundStore();
  const keeping = usePlayground((state) => state.keeping);
  const id = usePlayground((state) => shownRun(state).kept?.id);
  if (keeping.kind !== "off") return null;
  return (
    <div className={styles.problem}>
      <p>{kept.notKept({ why: say(keeping.why) })}</p>
      {id !== undefined && (
        <Action onPress={() => store.getState().keeper({ type: "save", id, withData: true })}>
          {kept.savePresent}
        </Action>
      )}
    </div>
  );
}

interface RunsProps {
  readonly list: KeptList;
  readonly rows: readonly RunRow[];
  readonly chosen: readonly string[];
  readonly onChoose: (id: string, isChosen: boolean) => void;
  readonly onClose: () => void;
}

function Runs({ list, rows, chosen, onChoose, onClose }: RunsProps) {
  const { kept } = useAllWords();
  return (
    <>
      {rows.length === 0 ? (
        <p className={text.quiet}>{kept.none}</p>
      ) : (
        <ul className={styles.runs} aria-label={kept.newestFirst}>
          {rows.map((row) => (
            <RunItem
              key={row.id}
              row={row}
              isLive={list.live.includes(row.id)}
              isChosen={chosen.includes(row.id)}
              onChoose={(isChosen) => onChoose(row.id, isChosen)}
              onClose={onClose}
            />
          ))}
        </ul>
      )}
      <DeletedRuns runs={list.runs} />
      <Unread runs={list.runs} />
    </>
  );
}

/** Those of other versions, and damaged ones: they stay. */
function Unread({ runs }: { readonly runs: readonly ListedRun[] }) {
  const store = usePlaygroundStore();
  const { kept } = useAllWords();
  const say = useSay();
  const unread = runs.flatMap(({ id, read }) => (read.ok ? [] : [{ id, problem: read.problem }]));
  if (unread.length === 0) return null;
  return (
    <ul className={styles.runs} aria-label={kept.unread}>
      {unread.map(({ id, problem }) => (
        <li key={id} className={styles.note}>
          <span>{kept.unreadRun({ why: say(problem) })}</span>
          <Action weight="link" onPress={() => store.getState().keeper({ type: "forget", id })}>
            {kept.forget}
          </Action>
        </li>
      ))}
    </ul>
  );
}
