/** Hands what is thrown outside React to the boundary around the part, as if it had been thrown in rendering. */
import { useCallback, useState } from "react";

export function useFaults(): (work: () => void) => void {
  const [, setFault] = useState<never>();
  return useCallback((work) => {
    try {
      work();
    } catch (error) {
      setFault(() => {
        throw error;
      });
    }
  }, []);
}
