/** A network of another program: what it is, whether it fits the present data, and what is taken for granted. */
import type { OpenedNetwork } from "../../session/exchangeProtocol";
import { takeNetwork } from "../../store/imports/network";
import { type Said, sentences } from "../../words/message";
import { Action } from "../controls/Action";
import { WorkProgress } from "../controls/WorkProgress";
import { Sentences } from "../data/Sentences";
import { DialogBody } from "../frame/DialogBody";
import { DialogFooter } from "../frame/DialogFooter";
import { DialogFrame } from "../frame/DialogFrame";
import note from "../styles/note.module.css";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";

import styles from "./ElsewhereDialog.module.css";
import { pickleLines } from "./pickleLines";

export function NetworkDialog() {
  const store = usePlaygroundStore();
  const words = useAllWords().elsewhere;
  const network = usePlayground((state) => state.network);
  if (!network) return null;
  const close = () => store.setState({ network: null });
  const { file, opened, refusal } = network;
  const { name } = file;
  const isReading = !opened && !refusal;
  return (
    <DialogFrame title={words.openTitle({ name })} size="medium" onClose={close}>
      <DialogBody>
        {opened && <Found opened={opened} />}
        {refusal && <Refused refusal={refusal} />}
      </DialogBody>
      <DialogFooter
        words={isReading && <WorkProgress label={words.reading({ name })} share={null} amount="" />}
      >
        <Action onPress={close}>{words.cancel}</Action>
        {opened?.start.ok && (
          <Action weight="primary" autoFocus onPress={() => takeNetwork(store)}>
            {words.useNetwork}
          </Action>
        )}
      </DialogFooter>
    </DialogFrame>
  );
}

function Refused({ refusal }: { readonly refusal: Said }) {
  const say = useSay();
  const isPickle = typeof refusal === "object" && refusal.key === "exchange.pickle";
  return (
    <div className={note.problem} role="alert">
      <p>{say(refusal)}</p>
      {isPickle && <pre className={styles.code}>{pickleLines}</pre>}
    </div>
  );
}

function Found({ opened: { facts, start } }: { readonly opened: OpenedNetwork }) {
  const { elsewhere: words, modelCard } = useAllWords();
  const say = useSay();
  return (
    <>
      <p>{say(sentences([modelCard.layers(facts), modelCard.parameters(facts)]))}</p>
      {start.ok ? (
        <>
          <p>{words.fits}</p>
          <Sentences sentences={start.proposals} />
        </>
      ) : (
        <p className={note.problem} role="alert">
          {say(
            sentences(
              start.fitsNone
                ? [words.fitsNone, start.problem]
                : [words.notFitting, start.problem, words.advice],
            ),
          )}
        </p>
      )}
    </>
  );
}
