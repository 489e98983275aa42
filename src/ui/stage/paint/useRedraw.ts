/**
 * Draws again what a canvas has lost: the browser empties it when the process of its GPU ends, also under a page that computes on the
 * CPU, and says so when there is a new one. Some do not say it of a page that is hidden, so it draws when that comes back as well.
 */
import { type RefObject, useEffect, useEffectEvent } from "react";

export function useRedraw(canvas: RefObject<HTMLCanvasElement | null>, draw: () => void): void {
  const redraw = useEffectEvent(draw);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const onRestored = () => redraw();
    const onVisibility = () => {
      if (document.visibilityState === "visible") redraw();
    };
    element.addEventListener("contextrestored", onRestored);
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      element.removeEventListener("contextrestored", onRestored);
      document.removeEventListener("visibilitychange", onVisibility);
    };
  }, [canvas]);
}
