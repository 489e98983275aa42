/** Races that are kept: those that can go on, and those whose result can be looked at again. */
import { Trash2 } from "lucide-react";
import type { RaceRecord } from "../../../kept/raceRecord";
import type { ListedRace } from "../../../kept/runStore";
import type { AllWords } from "../../../words/catalogue";
import { message } from "../../../words/message";
import { say } from "../../../words/say";
import { Action } from "../../controls/Action";
import { keptDataLabel } from "../../history/historyWords";
import text from "../../styles/text.module.css";
import { usePlayground, usePlaygroundStore } from "../../usePlaygroundStore";
import { useAllWords } from "../../words/useWords";
import styles from "./Race.module.css";
import { variantNames } from "./raceChoices";

export function KeptRaces() {
  const { race } = useAllWords();
  const list = usePlayground((state) => state.kept);
  if (!list || list.races.length === 0) return null;
  return (
    <section>
      <h3 className={text.heading}>{race.earlier}</h3>
      <ul className={styles.members} aria-label={race.earlier}>
        {newestFirst(list.races).map((one) => (
          <KeptRace key={one.id} race={one} isElsewhere={list.live.includes(one.id)} />
        ))}
      </ul>
    </section>
  );
}

const newestFirst = (races: readonly ListedRace[]): readonly ListedRace[] =>
  races.toSorted((a, b) => beganMs(b) - beganMs(a));
const beganMs = ({ read }: ListedRace) => (read.ok ? read.record.beganMs : 0);

interface KeptRaceProps {
  readonly race: ListedRace;
  readonly isElsewhere: boolean;
}

function KeptRace({ race: { id, read }, isElsewhere }: KeptRaceProps) {
  const words = useAllWords();
  const { race } = words;
  const store = usePlaygroundStore();
  const { keeper } = store.getState();
  const name = read.ok ? say(words, nameOf(read.record)) : race.title;
  const facts = read.ok ? raceFacts(words, read.record, isElsewhere, Date.now()) : [];
  return (
    <li className={styles.member}>
      <span className={styles.name}>
        {read.ok ? name : race.unread({ why: say(words, read.problem) })}
        <span className={styles.facts}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </span>
      </span>
      {read.ok && (
        <Action
          weight="quiet"
          aria-label={race.showNamed({ name })}
          onPress={() => keeper({ type: "openRace", id })}
        >
          {race.showIt}
        </Action>
      )}
      <Action
        weight="quiet"
        aria-label={race.forget({ name })}
        isDisabled={isElsewhere}
        onPress={() => keeper({ type: "forgetRace", id })}
      >
        <Trash2 size={15} aria-hidden="true" />
      </Action>
    </li>
  );
}

/** On what data it is, what has become of it, and how long ago it began. */
export function raceFacts(
  words: AllWords,
  record: Pick<RaceRecord, "data" | "dataName" | "isOver" | "beganMs">,
  isElsewhere: boolean,
  nowMs: number,
): readonly string[] {
  const { race, formats } = words;
  return [
    say(words, keptDataLabel(record)),
    isElsewhere ? race.isElsewhere : record.isOver ? race.isAtEnd : race.isPaused,
    formats.ago(Math.max(0, (nowMs - record.beganMs) / 1000)),
  ];
}

/** What raced against each other. */
const nameOf = ({ request }: RaceRecord) => message("kept.differs", { parts: variantNames(request) });
