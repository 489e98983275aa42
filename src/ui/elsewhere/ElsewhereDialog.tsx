/** What the network can be taken along as: what each format is for, what it cannot, and the file itself. */
import { useEffect, useRef, useState } from "react";
import { isInUnits } from "../../data/isInUnits";
import { type ExchangeFormat, exchangeFormats } from "../../session/exchangeProtocol";
import { message, type Said } from "../../words/message";
import { Action } from "../controls/Action";
import { DialogBody } from "../frame/DialogBody";
import { DialogFooter } from "../frame/DialogFooter";
import { DialogFrame } from "../frame/DialogFrame";
import text from "../styles/text.module.css";
import { fileName, saveFile } from "../takeAlong/saveFile";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import styles from "./ElsewhereDialog.module.css";
import { exportRequest } from "./exportRequest";
import { FormatItem } from "./FormatItem";
import { savedNow } from "./savedNow";

interface Outcome {
  readonly kind: "saved" | "problem";
  readonly said: Said;
}

export function ElsewhereDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useAllWords().elsewhere;
  const say = useSay();
  const { making, outcome, make, stop } = useMaking();
  const parameters = useRun(({ summary }) => summary?.parameterCount ?? 0);
  const cell = useRun(({ inUse }) => inUse.cell);
  const step = useRun((run) => run.step);
  const isUnscaled = usePlayground(({ data }) => data?.kind === "examples" && !isInUnits(data));
  return (
    <DialogFrame
      title={words.title}
      facts={words.facts({ parameters, step })}
      size="medium"
      onClose={onClose}
    >
      <DialogBody refusal={outcome?.kind === "problem" ? outcome.said : null}>
        <p className={text.quiet}>{words.about}</p>
        {isUnscaled && <p className={text.quiet}>{words.notInUnits}</p>}
        <ul className={styles.formats}>
          {exchangeFormats.map((format) => (
            <FormatItem
              key={format}
              format={format}
              parameters={parameters}
              why={format === "keras" && cell === "fourGate" ? words.noFourGate : null}
              making={making}
              onMake={() => void make(format)}
              onStop={stop}
            />
          ))}
        </ul>
      </DialogBody>
      <DialogFooter words={<p role="status">{outcome?.kind === "saved" && say(outcome.said)}</p>}>
        <Action onPress={onClose}>{words.close}</Action>
      </DialogFooter>
    </DialogFrame>
  );
}

/** One file at a time; it is given up with the dialog. */
function useMaking() {
  const store = usePlaygroundStore();
  const words = useAllWords();
  const say = useSay();
  const [making, setMaking] = useState<ExchangeFormat | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const work = useRef<AbortController | null>(null);
  useEffect(() => () => work.current?.abort(), []);
  const make = async (format: ExchangeFormat) => {
    const { signal } = startedAnew(work);
    setMaking(format);
    setOutcome(null);
    try {
      const run = await savedNow(store, signal);
      const { request, name } = exportRequest(store.getState(), run, format, words, say);
      const answer = await store.getState().exchange(request, signal);
      if (answer.type === "refused") return setOutcome({ kind: "problem", said: answer.problem });
      if (answer.type !== "exported") return;
      const file = fileName(name, format, run.saved.step, "zip");
      saveFile(file, answer.file);
      setOutcome({ kind: "saved", said: message("elsewhere.saved", { name: file, size: answer.file.size }) });
    } catch (error) {
      if (!signal.aborted)
        setOutcome({ kind: "problem", said: message("elsewhere.failed", { said: saidBy(error) }) });
    } finally {
      if (!signal.aborted) setMaking(null);
    }
  };
  const stop = () => {
    work.current?.abort();
    setMaking(null);
  };
  return { making, outcome, make, stop };
}

function startedAnew(work: { current: AbortController | null }): AbortController {
  work.current?.abort();
  work.current = new AbortController();
  return work.current;
}

const saidBy = (error: unknown) => (error instanceof Error ? error.message : String(error));
