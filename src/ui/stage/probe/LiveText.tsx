/** A piece of text that follows the view without React rendering. */
import { useRef } from "react";
import type { StageView, StageViewStore } from "../stageView";
import { useLive } from "../useLive";

interface LiveTextProps {
  readonly view: StageViewStore;
  /** The text for a view. */
  readonly text: (view: StageView) => string;
  readonly className?: string | undefined;
  readonly id?: string | undefined;
}

export function LiveText({ view, text, className, id }: LiveTextProps) {
  const element = useRef<HTMLSpanElement>(null);
  useLive(view, (now) => setText(element.current, text(now)));
  return <span ref={element} className={className} id={id} />;
}

/** Writes only what is different, so that the browser lays out only what moved. */
export function setText(element: Element | null, text: string): void {
  if (!element || element.textContent === text) return;
  // Changed in its place, a text is no new node, and those who watch for new ones are left alone.
  const { firstChild, lastChild } = element;
  if (firstChild instanceof Text && firstChild === lastChild) firstChild.data = text;
  else element.textContent = text;
}

/** Of a style that is written again the browser finds out only by computing all below it that nothing has changed. */
export function setStyle(element: HTMLElement | SVGElement | null, name: string, value: string): void {
  if (element && element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
}

export function setAttribute(element: Element | null, name: string, value: string): void {
  if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
}
