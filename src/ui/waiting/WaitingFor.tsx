/** What the engine has not come to yet, in the place where it was asked for, for how long, and a way to stop waiting. */
import { useEffect, useState } from "react";
import type { Command, Waiting } from "../../session/protocol";
import { Action } from "../controls/Action";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useWords } from "../words/useWords";
import { canBeWithdrawn, waitingInWords } from "./waitingWords";

interface WaitingForProps {
  /** The commands that are asked for there. */
  readonly isHere: (command: Command) => boolean;
}

export function WaitingFor({ isHere }: WaitingForProps) {
  const waiting = usePlayground((state) => state.waiting);
  const kinds = new Map<Command["type"], Waiting[]>();
  for (const one of waiting)
    if (isHere(one.command)) kinds.set(one.command.type, [...(kinds.get(one.command.type) ?? []), one]);
  return [...kinds].map(([type, alike]) => <WaitingNote key={type} alike={alike} />);
}

interface WaitingNoteProps {
  /** Commands of one kind, the oldest first. */
  readonly alike: readonly Waiting[];
}

function WaitingNote({ alike }: WaitingNoteProps) {
  const store = usePlaygroundStore();
  const words = useWords();
  const [waiting] = alike;
  const seconds = useSecondsSince(waiting.sinceMs);
  const stop = () => {
    for (const one of alike) store.getState().stopWaiting(one);
  };
  return (
    <p className={text.hint} role="status">
      <span>{waitingInWords(words, waiting)}</span>{" "}
      <span aria-hidden="true">{words.history.seconds({ seconds })}</span>
      {canBeWithdrawn(waiting) && (
        <>
          {" "}
          <Action weight="link" onPress={stop}>
            {words.history.stopWaiting}
          </Action>
        </>
      )}
    </p>
  );
}

function useSecondsSince(sinceMs: number): number {
  const [nowMs, setNowMs] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.floor(Math.max(0, nowMs - sinceMs) / 1000);
}
