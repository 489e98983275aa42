/** A walk through a cell, node by node in the order in which it computes them, by hand or at a pace. */
import { useEffect, useState } from "react";

export const paces = ["slow", "normal", "fast"] as const;
export type Pace = (typeof paces)[number];

/** Milliseconds at a node. */
export const paceMs: Readonly<Record<Pace, number>> = { slow: 1800, normal: 900, fast: 350 };

export interface Walk {
  /** The number of the node that is reached; null where nobody walks. */
  readonly at: number | null;
  readonly playing: boolean;
  readonly pace: Pace;
  readonly setPace: (pace: Pace) => void;
  /** From the first node on where nobody walks, or the last one is reached. */
  readonly play: () => void;
  readonly pause: () => void;
  readonly moveBy: (nodes: 1 | -1) => void;
  readonly end: () => void;
}

/** @param count of nodes */
export function useWalk(count: number): Walk {
  const [reached, setAt] = useState<number | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [pace, setPace] = useState<Pace>("normal");
  // Another cell may have fewer.
  const at = reached === null ? null : Math.min(reached, count - 1);
  const isLast = at === count - 1;
  const playing = isPlaying && !isLast;
  useEffect(() => {
    if (!playing || at === null) return;
    const timer = setTimeout(() => setAt(at + 1), paceMs[pace]);
    return () => clearTimeout(timer);
  }, [playing, at, pace]);
  return {
    at,
    playing,
    pace,
    setPace,
    play: () => {
      if (at === null || isLast) setAt(0);
      setPlaying(true);
    },
    pause: () => setPlaying(false),
    moveBy: (nodes) => {
      setPlaying(false);
      setAt(Math.max(0, Math.min(count - 1, at === null ? 0 : at + nodes)));
    },
    end: () => {
      setPlaying(false);
      setAt(null);
    },
  };
}
