/** What a link is to say, and the ways to hand it on. */
import { useEffect, useMemo, useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import { type Lesson, type LessonPart, lessonParts } from "../../kept/linkForm";
import { type Message, message, type Said } from "../../words/message";
import { Action } from "../controls/Action";
import { Toggle } from "../controls/Toggle";
import { copyToClipboard } from "../copyToClipboard";
import { DialogBody } from "../frame/DialogBody";
import { DialogFooter } from "../frame/DialogFooter";
import { DialogFrame } from "../frame/DialogFrame";
import field from "../styles/field.module.css";
import layout from "../styles/layout.module.css";
import text from "../styles/text.module.css";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import { linkNow } from "./linkNow";
import styles from "./ShareDialog.module.css";
import { sharedRun } from "./sharedRun";
import { frameElement, type SharedRun, shareMarkdown } from "./shareMarkdown";
import { useHalfWeights } from "./useHalfWeights";
import { WeightsChoice } from "./WeightsChoice";

const wholePage: Lesson = { hidden: [], isLocked: false };

export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const store = usePlaygroundStore();
  const { share, language } = useAllWords();
  // What is on the page when the dialog opens: a link is of one moment.
  const [opened] = useState(() => store.getState());
  const [lesson, setLesson] = useState(opened.lesson ?? wholePage);
  const [isEmbedded, setEmbedded] = useState(false);
  const weights = useHalfWeights();
  const [said, setSaid] = useState<Said | null>(null);
  const say = useSay();
  // The names of runs are in their list.
  useEffect(() => store.getState().keeper({ type: "list" }), [store]);
  const held = weights.state.kind === "ready" ? weights.state.weights : null;
  // With weights, of the one when they were taken.
  const state = weights.state.kind === "ready" ? weights.state.moment : opened;
  const address = useMemo(() => {
    const isLesson = lesson.isLocked || lesson.hidden.length > 0;
    return linkNow(state, language, { lesson: isLesson ? lesson : null, weights: held, isEmbedded });
  }, [state, language, lesson, held, isEmbedded]);
  return (
    <DialogFrame title={share.title} size="medium" onClose={onClose} isDismissable>
      <DialogBody>
        <div className={layout.stack}>
          {address ? <Address href={address.href} /> : <p className={text.quiet}>{share.dataTooLarge}</p>}
          {address && (
            <fieldset className={styles.choices}>
              <legend className={`${text.heading} ${styles.legend}`}>{share.choices}</legend>
              <WeightsChoice control={weights} onSaved={onClose} />
              <LessonToggles lesson={lesson} onChange={setLesson} />
              <Toggle
                label={share.embed}
                value={isEmbedded}
                onChange={setEmbedded}
                hint={isEmbedded ? share.embedHint : null}
              />
            </fieldset>
          )}
          <Ways
            href={address?.href ?? null}
            told={() => sharedRun(state, say, { address: address?.href ?? null, weights: held })}
            isEmbedded={isEmbedded}
            onSaid={setSaid}
          />
        </div>
      </DialogBody>
      <DialogFooter words={<p role="status">{said !== null && say(said)}</p>}>
        <Action onPress={onClose}>{share.close}</Action>
      </DialogFooter>
    </DialogFrame>
  );
}

function Address({ href }: { readonly href: string }) {
  const { share } = useAllWords();
  return (
    <TextField className={styles.address} value={href} isReadOnly>
      <Label className={text.label}>{share.link}</Label>
      <Input className={field.input} onFocus={(event) => event.target.select()} />
      <p className={text.hint}>{share.length({ characters: href.length })}</p>
    </TextField>
  );
}

interface LessonTogglesProps {
  readonly lesson: Lesson;
  readonly onChange: (lesson: Lesson) => void;
}

function LessonToggles({ lesson, onChange }: LessonTogglesProps) {
  const { share } = useAllWords();
  const { hidden } = lesson;
  const hide = (part: LessonPart, isHidden: boolean) =>
    // In the order of the page, so that the same choice is the same link.
    onChange({
      ...lesson,
      hidden: lessonParts.filter((one) => (one === part ? isHidden : hidden.includes(one))),
    });
  return (
    <>
      {lessonParts.map((part) => (
        <Toggle
          key={part}
          label={share.hide[part]}
          value={hidden.includes(part)}
          onChange={(isHidden) => hide(part, isHidden)}
        />
      ))}
      <Toggle
        label={share.lock}
        value={lesson.isLocked}
        onChange={(isLocked) => onChange({ ...lesson, isLocked })}
        hint={share.lockHint}
      />
    </>
  );
}

interface WaysProps {
  /** Null where the data do not fit in a link. */
  readonly href: string | null;
  /** Of the same moment as the link. */
  readonly told: () => SharedRun;
  readonly isEmbedded: boolean;
  readonly onSaid: (said: Said) => void;
}

function Ways({ href, told, isEmbedded, onSaid }: WaysProps) {
  const words = useAllWords();
  const { share, page } = words;
  const copy = (content: string, copied: Message) =>
    copyToClipboard({ notify: (_, told) => onSaid(told) }, content, {
      copied,
      notCopied: message("share.notCopiedHere"),
    });
  const copyMarkdown = () => copy(shareMarkdown(told(), words), message("share.markdownCopied"));
  return (
    <div className={layout.actions}>
      {href !== null && (
        <Action
          weight="primary"
          onPress={() => copy(href, message("share.linkCopied", { characters: href.length }))}
        >
          {share.copyLink}
        </Action>
      )}
      <Action onPress={copyMarkdown}>{share.copyMarkdown}</Action>
      {href !== null && isEmbedded && (
        <Action onPress={() => copy(frameElement(href, page.title), message("share.frameCopied"))}>
          {share.copyFrame}
        </Action>
      )}
      {href !== null && "share" in navigator && (
        <Action onPress={() => void handOver(href, page.title, onSaid)}>{share.system}</Action>
      )}
    </div>
  );
}

/** To the system's own ways; that somebody has changed their mind is no failure. */
async function handOver(url: string, title: string, onSaid: (said: Said) => void): Promise<void> {
  try {
    await navigator.share({ url, title });
  } catch (error) {
    const isGivenUp = error instanceof DOMException && error.name === "AbortError";
    if (!isGivenUp) onSaid(message("share.notShared"));
  }
}
