/** Keeps the newest part of a growing text in sight, unless its reader has scrolled away from it. */
import { type RefObject, useLayoutEffect, useRef } from "react";

/** Less than this from the end is at the end. */
const nearPx = 24;

/** @param length of the text; when it shrinks, a new text has begun. */
export function useFollowingTheEnd(box: RefObject<HTMLElement | null>, length: number): void {
  const following = useRef(true);
  const before = useRef(0);
  useLayoutEffect(() => {
    if (length < before.current) following.current = true;
    before.current = length;
    if (following.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [box, length]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const notice = () => {
      following.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
    };
    element.addEventListener("scroll", notice, { passive: true });
    return () => element.removeEventListener("scroll", notice);
  }, [box]);
}
