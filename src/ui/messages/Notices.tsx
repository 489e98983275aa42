/** What happened, said once and politely. Information goes by itself; a problem stays until it is dismissed. */

import { Info, TriangleAlert, X } from "lucide-react";
import { useEffect, useState } from "react";
import { shownNotices } from "../../store/notices";
import type { Notice } from "../../store/state";
import { onTheirWay } from "../../words/say";
import { Action } from "../controls/Action";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { hasAll } from "../words/spokenWords";
import { useSay, useWords } from "../words/useWords";
import styles from "./Notices.module.css";

/** Long enough to read the longest of them twice. */
const readingTimeMs = 10_000;

export function Notices() {
  const say = useSay();
  const words = useWords();
  const { transport } = words;
  // One whose words are on their way comes with them: nobody is told “…”.
  const notices = usePlayground((state) => state.notices).filter(
    ({ text }) => hasAll(words) || !say(text).includes(onTheirWay),
  );
  return (
    <section className={styles.notices} data-notices="" aria-label={transport.notices} aria-live="polite">
      {notices.slice(-shownNotices).map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

interface NoticeCardProps {
  readonly notice: Notice;
}

function NoticeCard({ notice }: NoticeCardProps) {
  const store = usePlaygroundStore();
  const say = useSay();
  const { history, transport } = useWords();
  const [held, setHeld] = useState(false);
  const { dismissNotice } = store.getState();
  const canGoBack = usePlayground(({ past }) => past.some(({ id }) => id === notice.back));
  const goBack = () => {
    if (notice.back !== null) store.getState().goBack(notice.back);
    dismissNotice(notice.id);
  };
  const going = notice.kind === "info" && !held;
  useEffect(() => {
    if (!going) return;
    const timer = setTimeout(() => dismissNotice(notice.id), readingTimeMs);
    return () => clearTimeout(timer);
  }, [going, dismissNotice, notice.id]);
  const hold = { onPointerEnter: () => setHeld(true), onFocus: () => setHeld(true) };
  const release = { onPointerLeave: () => setHeld(false), onBlur: () => setHeld(false) };
  const Icon = notice.kind === "info" ? Info : TriangleAlert;
  return (
    <div className={styles.notice} data-kind={notice.kind} {...hold} {...release}>
      <Icon size={16} aria-hidden="true" className={styles.icon} />
      <p className={styles.text}>
        {say(notice.text)}
        {canGoBack && (
          <>
            {" "}
            <Action weight="link" onPress={goBack}>
              {history.goBack}
            </Action>
          </>
        )}
      </p>
      <Action weight="quiet" aria-label={transport.dismissNotice} onPress={() => dismissNotice(notice.id)}>
        <X size={15} aria-hidden="true" />
      </Action>
    </div>
  );
}
