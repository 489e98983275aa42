/** What happened, said once and politely. Information goes by itself; a problem stays until it is dismissed. */
import { Info, TriangleAlert, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Notice } from "../../store/state";
import type { PlaygroundStore } from "../../store/store";
import { Action } from "../controls/Action";
import styles from "./Notices.module.css";

/** Long enough to read the longest of them twice. */
const readingTimeMs = 10_000;

export function Notices({ store }: { readonly store: PlaygroundStore }) {
  const notices = useStore(store, (state) => state.notices);
  return (
    <section className={styles.notices} aria-label="Notices" aria-live="polite">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} onDismiss={() => store.getState().dismissNotice(notice.id)} />
      ))}
    </section>
  );
}

interface NoticeCardProps {
  readonly notice: Notice;
  readonly onDismiss: () => void;
}

function NoticeCard({ notice, onDismiss }: NoticeCardProps) {
  const [held, setHeld] = useState(false);
  useGoingByItself(notice.kind === "info" && !held, onDismiss);
  const hold = { onPointerEnter: () => setHeld(true), onFocus: () => setHeld(true) };
  const release = { onPointerLeave: () => setHeld(false), onBlur: () => setHeld(false) };
  const Icon = notice.kind === "info" ? Info : TriangleAlert;
  return (
    <div className={styles.notice} data-kind={notice.kind} {...hold} {...release}>
      <Icon size={16} aria-hidden="true" className={styles.icon} />
      <p className={styles.text}>{notice.text}</p>
      <Action weight="quiet" aria-label="Dismiss this notice" onPress={onDismiss}>
        <X size={15} aria-hidden="true" />
      </Action>
    </div>
  );
}

function useGoingByItself(going: boolean, onGone: () => void): void {
  useEffect(() => {
    if (!going) return;
    const timer = setTimeout(onGone, readingTimeMs);
    return () => clearTimeout(timer);
  }, [going, onGone]);
}
