/** Records a sound, or opens one, as the probe: the stage shows how the network reads it, and this what it hears. */

import { FileAudio, Mic, Play, Square } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { message, type Said } from "../../words/message";
import { Action } from "../controls/Action";
import { PadAnswer } from "../draw/PadAnswer";
import layout from "../styles/layout.module.css";
import note from "../styles/note.module.css";
import rail from "../styles/rail.module.css";
import text from "../styles/text.module.css";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import { probeWithSound } from "./probeWithSound";
import { maxRecordingSeconds, recordingProblem, recordSound } from "./recordSound";
import styles from "./SoundRecorder.module.css";

/** What happens: it waits for the browser's permission, listens, or nothing does. */
type Listening = "asking" | "listening" | null;

export function SoundRecorder() {
  const store = usePlaygroundStore();
  const words = useAllWords().sound;
  const say = useSay();
  const [listening, setListening] = useState<Listening>(null);
  const [sound, setSound] = useState<Blob | null>(null);
  const [problem, setProblem] = useState<Said | null>(null);
  const stop = useRef<AbortController | null>(null);
  const hintId = useId();
  useEffect(() => () => stop.current?.abort(), []);
  const probe = async (blob: Blob, name: Said) => {
    const said = await probeWithSound(store, blob, name);
    setProblem(said);
    if (said === null) setSound(blob);
  };
  const record = async () => {
    const controller = new AbortController();
    stop.current = controller;
    setProblem(null);
    setListening("asking");
    try {
      const { signal } = controller;
      const blob = await recordSound({ signal, onBegin: () => setListening("listening") });
      await probe(blob, message("sound.recording"));
    } catch (cause) {
      setProblem(recordingProblem(cause));
    } finally {
      setListening(null);
    }
  };
  const open = (files: FileList | null) => {
    const file = files?.item(0);
    if (file) void probe(file, file.name);
  };
  return (
    <section className={`${layout.stack} ${styles.panel}`} aria-label={words.title} aria-describedby={hintId}>
      <div className={layout.actions}>
        <RecordButton listening={listening} onRecord={record} onStop={() => stop.current?.abort()} />
        <FileTrigger acceptedFileTypes={["audio/*"]} onSelect={open}>
          <Action isDisabled={listening !== null}>
            <FileAudio size={15} aria-hidden="true" />
            {words.open}
          </Action>
        </FileTrigger>
        {sound && <PlayButton sound={sound} />}
      </div>
      <p className={text.hint} id={hintId}>
        {words.hint({ seconds: maxRecordingSeconds })}
      </p>
      {problem && (
        <p className={note.problem} role="alert">
          {say(problem)}
        </p>
      )}
      <PadAnswer isEmpty={sound === null} act="record" />
    </section>
  );
}

interface RecordButtonProps {
  readonly listening: Listening;
  readonly onRecord: () => void;
  readonly onStop: () => void;
}

function RecordButton({ listening, onRecord, onStop }: RecordButtonProps) {
  const words = useAllWords().sound;
  if (listening === null)
    return (
      <Action weight="primary" onPress={onRecord}>
        <Mic size={15} aria-hidden="true" />
        {words.record}
      </Action>
    );
  return (
    <>
      <Action weight="primary" onPress={onStop}>
        <Square size={14} aria-hidden="true" />
        {words.stop}
      </Action>
      <span className={styles.state} role="status">
        {listening === "asking" ? words.asking : words.listening}
        {listening === "listening" && (
          <span className={`${rail.rail} ${styles.rail}`} aria-hidden="true">
            <span
              className={`${rail.bar} ${styles.bar}`}
              style={{ animationDuration: `${maxRecordingSeconds}s` }}
            />
          </span>
        )}
      </span>
    </>
  );
}

function PlayButton({ sound }: { readonly sound: Blob }) {
  const words = useAllWords().sound;
  const player = useRef<HTMLAudioElement | null>(null);
  useEffect(() => {
    const url = URL.createObjectURL(sound);
    player.current = new Audio(url);
    return () => {
      player.current?.pause();
      URL.revokeObjectURL(url);
    };
  }, [sound]);
  return (
    <Action onPress={() => void player.current?.play().catch(() => undefined)}>
      <Play size={14} aria-hidden="true" />
      {words.play}
    </Action>
  );
}
