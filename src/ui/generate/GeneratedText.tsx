/**
 * The text as it is written. The ground of each character or word is the state of the last layer's chosen unit after the network has
 * read it; pointing at one, or going to it with the keyboard, gives the number.
 */

import { Copy, Download } from "lucide-react";
import { type PointerEvent, useLayoutEffect, useRef, useState } from "react";
import type { GeneratedToken } from "../../session/protocol";
import { Action } from "../controls/Action";
import { colourScale } from "../stage/paint/colourScale";
import text from "../styles/text.module.css";
import { useTheme } from "../theme/useTheme";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import { copyText, saveText } from "./copyText";
import styles from "./GeneratedText.module.css";
import { TextChunk } from "./TextChunk";
import { tokenInWords } from "./tokenInWords";
import { useFollowingTheEnd } from "./useFollowingTheEnd";

/** Only the last chunk renders while text streams in. */
const chunkLength = 64;
const none: readonly GeneratedToken[] = [];

export function GeneratedText() {
  const say = useSay();
  const { generate: words, takeAlong } = useAllWords();
  const store = usePlaygroundStore();
  const tokens = usePlayground((state) => state.generation?.tokens ?? none);
  const running = usePlayground((state) => state.generation?.running ?? false);
  const unit = usePlayground((state) => state.unit);
  const textUnit = usePlayground((state) => state.generation?.unit ?? "characters");
  const [pointed, setPointed] = useState<number | null>(null);
  const token = pointed === null ? undefined : tokens[pointed];
  const said = token ? say(tokenInWords(token, unit)) : null;
  return (
    <div className={styles.output}>
      <PlaceInput
        label={words.place({ unit: textUnit })}
        length={tokens.length}
        place={pointed}
        words={said}
        onPlace={setPointed}
      />
      <Letters tokens={tokens} unit={unit} running={running} pointed={pointed} onPoint={setPointed} />
      <p className={`${text.hint} ${styles.readout}`}>{said ?? words.pointHint({ unit: textUnit })}</p>
      <div className={styles.foot}>
        <Action weight="quiet" onPress={() => copyText(store)} isDisabled={tokens.length === 0}>
          <Copy size={14} aria-hidden="true" />
          {words.copy}
        </Action>
        <Action weight="quiet" onPress={() => saveText(store, say)} isDisabled={tokens.length === 0}>
          <Download size={14} aria-hidden="true" />
          {takeAlong.saveText}
        </Action>
      </div>
    </div>
  );
}

interface LettersProps {
  readonly tokens: readonly GeneratedToken[];
  readonly unit: number;
  readonly running: boolean;
  readonly pointed: number | null;
  readonly onPoint: (place: number | null) => void;
}

function Letters({ tokens, unit, running, pointed, onPoint }: LettersProps) {
  const { text } = useAllWords().generate;
  const generationId = usePlayground((state) => state.generation?.id ?? 0);
  const scale = colourScale("state", useTheme());
  const box = useRef<HTMLElement>(null);
  useFollowingTheEnd(box, tokens.length);
  // What was asked for is to be seen, also where the button stands at the window's lower edge.
  useLayoutEffect(() => {
    if (generationId > 0) box.current?.scrollIntoView({ block: "nearest" });
  }, [generationId]);
  useLayoutEffect(() => {
    const element = box.current?.querySelector(`[data-token="${pointed}"]`);
    element?.setAttribute("data-pointed", "");
    element?.scrollIntoView({ block: "nearest" });
    return () => element?.removeAttribute("data-pointed");
  }, [pointed]);
  const point = ({ target }: PointerEvent) => {
    const place = target instanceof HTMLElement ? target.dataset["token"] : undefined;
    if (place !== undefined) onPoint(Number(place));
  };
  const starts = Array.from({ length: Math.ceil(tokens.length / chunkLength) }, (_, i) => i * chunkLength);
  return (
    <section
      ref={box}
      className={styles.text}
      aria-label={text}
      aria-busy={running}
      onPointerOver={point}
      onPointerLeave={() => onPoint(null)}
    >
      {starts.map((start) => (
        <TextChunk
          key={start}
          generationId={generationId}
          tokens={tokens}
          start={start}
          end={Math.min(start + chunkLength, tokens.length)}
          unit={unit}
          scale={scale}
        />
      ))}
    </section>
  );
}

interface PlaceInputProps {
  readonly label: string;
  readonly length: number;
  readonly place: number | null;
  readonly words: string | null;
  readonly onPlace: (place: number | null) => void;
}

/** The keyboard's way through the text: a slider that is heard and not seen; the text shows its focus. */
function PlaceInput({ label, length, place, words, onPlace }: PlaceInputProps) {
  const shown = place ?? 0;
  return (
    <input
      type="range"
      className={`visually-hidden ${styles.place}`}
      aria-label={label}
      aria-valuetext={words ?? ""}
      min={0}
      max={Math.max(0, length - 1)}
      value={shown}
      disabled={length === 0}
      onFocus={() => onPlace(shown)}
      onBlur={() => onPlace(null)}
      onChange={(event) => onPlace(event.currentTarget.valueAsNumber)}
    />
  );
}
