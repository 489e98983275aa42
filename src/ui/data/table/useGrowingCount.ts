import { startTransition, useEffect, useState } from "react";

/** Goes from one step to all, a step a picture: what is drawn of so many holds nothing up. */
export function useGrowingCount(all: number, step: number): number {
  const [count, setCount] = useState(step);
  useEffect(() => {
    if (count >= all) return;
    const next = requestAnimationFrame(() => startTransition(() => setCount(count + step)));
    return () => cancelAnimationFrame(next);
  }, [count, all, step]);
  return Math.min(count, all);
}
