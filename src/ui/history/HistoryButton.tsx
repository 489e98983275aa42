/** Opens the runs from before, and the list of what has happened. */

import { History } from "lucide-react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { formatCount } from "../../data/phrases";
import { happeningInWords } from "../../store/happeningInWords";
import { Action } from "../controls/Action";
import menu from "../styles/menu.module.css";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import styles from "./HistoryButton.module.css";
import { differenceInWords, pastInWords, timeInWords } from "./historyWords";

export function HistoryButton() {
  return (
    <DialogTrigger>
      <Action aria-label="What happened">
        <History size={16} aria-hidden="true" />
      </Action>
      <Popover className={`${menu.popover} ${styles.popover}`} placement="bottom start">
        <Dialog className={styles.dialog} aria-label="What happened">
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
  const past = usePlayground((state) => state.past);
  const source = usePlayground((state) => state.source);
  const settings = useRun((run) => run.inUse);
  return (
    <section>
      <h2 className={text.heading}>Runs from before</h2>
      {past.length === 0 ? (
        <p className={text.quiet}>
          None yet. A run whose place another takes is kept here as long as the page is open.
        </p>
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
                <span className={menu.name}>{pastInWords(run)}</span>
                <span className={menu.about}>{differenceInWords(run, { source, settings })}</span>
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
  const nowMs = Date.now();
  return (
    <section>
      <h2 className={text.heading}>What happened</h2>
      {happened.length === 0 ? (
        <p className={text.quiet}>Nothing since the page was opened.</p>
      ) : (
        <ol className={styles.happenings} aria-label="What happened, the newest first">
          {happened.toReversed().map(({ id, timeMs, step, happening }) => (
            <li key={id} className={styles.happening}>
              <span className={`${text.hint} ${text.numbers}`}>
                <time dateTime={new Date(timeMs).toISOString()}>{timeInWords(timeMs, nowMs)}</time>
                <span> step {formatCount(step)}</span>
              </span>
              <span>{happeningInWords(happening)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
