/** The runs of a race: how far each is, their curves over each other, and in the end who has won. */
import { useMemo } from "react";
import type { KeptSource } from "../../../kept/runRecord";
import type { RaceRequest } from "../../../session/raceRequest";
import { recordAsItIs } from "../../../store/keeping/recordOf";
import { forgetRace, goOnWithRace } from "../../../store/racing/racing";
import type { RaceMember, RaceState } from "../../../store/state";
import type { Playground } from "../../../store/store";
import { useThrottledStore } from "../../charts/useThrottledStore";
import { Action } from "../../controls/Action";
import note from "../../styles/note.module.css";
import text from "../../styles/text.module.css";
import { usePlaygroundStore } from "../../usePlaygroundStore";
import { useAllWords, useSay } from "../../words/useWords";
import { Comparison } from "../compare/Comparison";
import { unlikeRows } from "../compare/comparison";
import { type RunRow, runRow } from "../runRows";
import styles from "./Race.module.css";
import { RaceResult } from "./RaceResult";
import { isInNats, stepWords } from "./raceChoices";

/** Curves are drawn again this often at most. */
const drawMs = 400;

const raceOf = ({ race }: Playground) => ({ race });

export function RaceRuns({ onClose }: { readonly onClose: () => void }) {
  const { race } = useThrottledStore(usePlaygroundStore(), raceOf, drawMs);
  return race && <Runs race={race} onClose={onClose} />;
}

interface RunsProps {
  readonly race: RaceState;
  readonly onClose: () => void;
}

function Runs({ race, onClose }: RunsProps) {
  const { race: words } = useAllWords();
  const rows = useMemo(() => rowsOf(race), [race]);
  const isJudged = race.phase === "over" && race.members.some(({ isOver }) => isOver);
  const begun = rows.flatMap((row) => row ?? []);
  return (
    <section className={styles.race} aria-label={words.title}>
      <Standing race={race} />
      <Steering race={race} />
      {isJudged && <RaceResult race={race} unlike={unlikeRows(begun)} />}
      {race.members.length > 0 && (
        <ul className={styles.members} aria-label={words.runs}>
          {race.members.map((member, i) => (
            <Member key={member.run.kept?.id} race={race} place={i} row={rows[i]} onClose={onClose} />
          ))}
        </ul>
      )}
      {begun.length > 1 && <Comparison rows={begun} isJudged={isJudged} />}
    </section>
  );
}

/** All are on the same data, whatever that is called where it is kept. */
const sameData: KeptSource = { kind: "sample" };

/** As kept runs are compared, of all that is known now; null of those that have not begun. */
function rowsOf({ members, view, engine, of }: RaceState): readonly (RunRow | null)[] {
  return members.map(({ run }) => {
    if (!run.summary || !run.kept) return null;
    const moment = { run, kept: run.kept, source: of.source, view, engine, happened: [], timeMs: 0 };
    return {
      ...runRow(recordAsItIs(moment, sameData, "")),
      isText: of.data?.kind === "text",
      isInNats: isInNats(of.data),
    };
  });
}

function Standing({ race }: { readonly race: RaceState }) {
  const { race: words } = useAllWords();
  const say = useSay();
  if (race.phase === "over")
    return race.why === null ? null : (
      <p className={note.problem} role="alert">
        {say(race.why)}
      </p>
    );
  if (race.phase === "kept" && race.why !== null)
    return (
      <p className={note.problem} role="alert">
        {say(race.why)}
      </p>
    );
  const said = {
    starting: words.starting,
    running: words.underWay,
    paused: words.paused,
    kept: words.keptPaused,
  };
  return (
    <p className={text.quiet} role="status">
      {said[race.phase]}
    </p>
  );
}

/** The same button from the beginning to the end, so that the focus stays. */
function Steering({ race: { id, phase } }: { readonly race: RaceState }) {
  const { race } = useAllWords();
  const store = usePlaygroundStore();
  const isKept = phase === "kept";
  const steer = (to: "pause" | "goOn" | "end") => {
    if (isKept && to !== "pause") goOnWithRace(store, to);
    else store.getState().steerRace({ type: "steerRace", raceId: id, to });
  };
  const isOver = phase === "over";
  const goesOn = isKept || phase === "paused";
  const press = () => {
    if (isOver) forgetRace(store);
    else steer(goesOn ? "goOn" : "pause");
  };
  return (
    <div className={styles.buttons}>
      <Action autoFocus isDisabled={phase === "starting"} onPress={press}>
        {isOver ? race.another : goesOn ? race.goOn : race.pause}
      </Action>
      {!isOver && (
        <Action isDisabled={phase === "starting"} onPress={() => steer("end")}>
          {race.end}
        </Action>
      )}
      {isKept && <Action onPress={() => forgetRace(store)}>{race.another}</Action>}
    </div>
  );
}

interface MemberProps {
  readonly race: RaceState;
  readonly place: number;
  readonly row: RunRow | null;
  readonly onClose: () => void;
}

function Member({ race, place, row, onClose }: MemberProps) {
  const { race: words } = useAllWords();
  const say = useSay();
  const store = usePlaygroundStore();
  const member = race.members[place];
  const { run, isOver } = member;
  if (!row) return null;
  const name = say(row.name);
  const { steerRace, keeper } = store.getState();
  const open = () => {
    keeper({ type: "open", id: row.id });
    onClose();
  };
  const isDone = isOver || race.phase === "over";
  return (
    <li className={styles.member}>
      <span className={styles.name}>{name}</span>
      <HowFar
        member={member}
        request={race.request}
        isMeasured={!isDone && !run.training && race.phase !== "kept"}
      />
      {isDone ? (
        run.saved &&
        run.saved.step > 0 && (
          <Action weight="quiet" aria-label={words.open({ name })} onPress={open}>
            {words.openIt}
          </Action>
        )
      ) : (
        <Action
          weight="quiet"
          aria-label={words.stop({ name })}
          isDisabled={!run.training}
          onPress={() => steerRace({ type: "stopRacer", raceId: race.id, member: place })}
        >
          {words.stopIt}
        </Action>
      )}
    </li>
  );
}

interface HowFarProps {
  readonly member: RaceMember;
  readonly request: RaceRequest;
  readonly isMeasured: boolean;
}

function HowFar({ member: { run, why, isOver }, request, isMeasured }: HowFarProps) {
  const { race } = useAllWords();
  const say = useSay();
  const said = why === null ? null : say(why);
  return (
    <span className={text.hint}>
      {said ?? (isMeasured ? race.measuring : stepWords(race, run.step, isOver, request))}
    </span>
  );
}
