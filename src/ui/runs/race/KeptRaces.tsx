/** Races that are kept: those that can go on, and those whose result can be looked at again. */
import { Trash2 } from "lucide-react";
import type { RaceRecord } from "../../../kept/raceRecord";
import type { ListedRace } from "../../../kept/runStore";
import { message } from "../../../words/message";
import { Action } from "../../controls/Action";
import text from "../../styles/text.module.css";
import { usePlayground, usePlaygroundStore } from "../../usePlaygroundStore";
import { useAllWords, useSay } from "../../words/useWords";
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
  const { race, formats } = useAllWords();
  const say = useSay();
  const store = usePlaygroundStore();
  const { keeper } = store.getState();
  const name = read.ok ? say(nameOf(read.record)) : race.title;
  const facts = read.ok
    ? [
        say(read.record.dataName),
        isElsewhere ? race.isElsewhere : read.record.isOver ? race.isAtEnd : race.isPaused,
        formats.ago(Math.max(0, (Date.now() - read.record.beganMs) / 1000)),
      ]
    : [];
  return (
    <li className={styles.member}>
      <span className={styles.name}>
        {read.ok ? name : race.unread({ why: say(read.problem) })}
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

/** What raced against each other. */
const nameOf = ({ request }: RaceRecord) => message("kept.differs", { parts: variantNames(request) });
