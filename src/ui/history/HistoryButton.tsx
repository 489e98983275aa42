/** Opens the runs from before, and the list of what has happened. */

import { History } from "lucide-react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { happeningMessage } from "../../store/happeningMessage";
import type { PastRun } from "../../store/state";
import { Action } from "../controls/Action";
import menu from "../styles/menu.module.css";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useSay, useWords } from "../words/useWords";
import styles from "./HistoryButton.module.css";
import { differenceOf, pastInWords, timeInWords } from "./historyWords";

export function HistoryButton() {
  const { history } = useWords();
  return (
    <DialogTrigger>
      <Action aria-label={history.title}>
        <History size={16} aria-hidden="true" />
      </Action>
      <Popover className={`${menu.popover} ${styles.popover}`} placement="bottom start">
        <Dialog className={styles.dialog} aria-label={history.title}>
          {({ close }) => (
            <>
              <PastRuns close={close} />
              <Happenings />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function PastRuns({ close }: { readonly close: () => void }) {
  const store = usePlaygroundStore();
  const words = useWords();
  const say = useSay();
  const past = usePlayground((state) => state.past);
  const source = usePlayground((state) => state.source);
  const settings = useRun((run) => run.inUse);
  const differences = (run: PastRun) => {
    const parts = differenceOf(run, { source, settings }).map(say);
    return parts.length > 0 ? words.history.differences({ parts }) : words.history.alike;
  };
  return (
    <section>
      <h2 className={text.heading}>{words.history.runs}</h2>
      {past.length === 0 ? (
        <p className={text.quiet}>{words.history.noRuns}</p>
      ) : (
        <ul className={styles.runs}>
          {past.map((run) => (
            <li key={run.id}>
              <Button
                className={`${menu.item} ${styles.run}`}
                onPress={() => {
                  store.getState().goBack(run.id);
                  close();
                }}
              >
                <span className={menu.name}>{pastInWords(words, run)}</span>
                <span className={menu.about}>{differences(run)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Happenings() {
  const happened = usePlayground((state) => state.happened);
  const { formats, history } = useWords();
  const say = useSay();
  const nowMs = Date.now();
  return (
    <section>
      <h2 className={text.heading}>{history.title}</h2>
      {happened.length === 0 ? (
        <p className={text.quiet}>{history.nothing}</p>
      ) : (
        <ol className={styles.happenings} aria-label={history.newestFirst}>
          {happened.toReversed().map(({ id, timeMs, step, happening }) => (
            <li key={id} className={styles.happening}>
              <span className={`${text.hint} ${text.numbers}`}>
                <time dateTime={new Date(timeMs).toISOString()}>{timeInWords(formats, timeMs, nowMs)}</time>
                <span> {history.atStep({ step })}</span>
              </span>
              <span>{say(happeningMessage(happening))}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
