/** One format: a sentence, how large it becomes, and its file. */
import { Download, Square } from "lucide-react";
import { useId } from "react";
import type { ExchangeFormat } from "../../session/exchangeProtocol";
import { sentences } from "../../words/message";
import { Action } from "../controls/Action";
import { WorkProgress } from "../controls/WorkProgress";
import layout from "../styles/layout.module.css";
import text from "../styles/text.module.css";
import { useAllWords, useSay } from "../words/useWords";
import styles from "./ElsewhereDialog.module.css";

interface FormatItemProps {
  readonly format: ExchangeFormat;
  readonly parameters: number;
  /** Why there is no such file of this network; null where there is. */
  readonly why: string | null;
  /** What is being made. */
  readonly making: ExchangeFormat | null;
  readonly onMake: () => void;
  readonly onStop: () => void;
}

const floatBytes = 4;
/** The network, and the weights with both moments to go on from. */
const banksOfRun = 4;

export function FormatItem({ format, parameters, why, making, onMake, onStop }: FormatItemProps) {
  const words = useAllWords().elsewhere;
  const say = useSay();
  const described = useId();
  const size = floatBytes * parameters;
  const name = words.names[format];
  const isMade = making === format;
  const facts =
    why ?? (format === "pytorch" ? words.sizeOfRun({ size: banksOfRun * size }) : words.size({ size }));
  return (
    <li className={styles.format}>
      <div>
        <h3 className={text.heading}>{name}</h3>
        <p id={described} className={text.quiet}>
          {say(sentences([words.sentences[format], facts]))}
        </p>
      </div>
      <div className={layout.actions}>
        {isMade && (
          <div className={styles.making}>
            <WorkProgress label={words.making({ format: name })} share={null} amount="" />
          </div>
        )}
        {/* One button, so that the keyboard stays on it. */}
        <Action
          aria-label={isMade ? words.stop : words.downloadAs({ format: name })}
          aria-describedby={described}
          isDisabled={why !== null || (making !== null && !isMade)}
          onPress={isMade ? onStop : onMake}
        >
          {isMade ? <Square size={14} aria-hidden="true" /> : <Download size={15} aria-hidden="true" />}
          {isMade ? words.stop : words.download}
        </Action>
      </div>
    </li>
  );
}
