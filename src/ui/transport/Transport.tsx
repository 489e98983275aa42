/** Starts and stops training, and what it has come to. */

import { ChevronDown, Pause, Play, RotateCcw, StepForward, Undo2 } from "lucide-react";
import { useRef, useState } from "react";
import { useStore } from "zustand";
import type { Command } from "../../session/protocol";
import { shownRun } from "../../store/runs";
import type { RunState } from "../../store/state";
import { Action } from "../controls/Action";
import { laterPart } from "../laterPart";
import { stepUnit } from "../stepUnit";
import { usePlayground, usePlaygroundStore, useRun, useTurns } from "../usePlaygroundStore";
import { WaitingFor } from "../waiting/WaitingFor";
import { useWords } from "../words/useWords";
import { Readout } from "./Readout";
import { statusInWords } from "./statusInWords";
import styles from "./Transport.module.css";

// Its popover is a program of some size, and is not needed to train.
const HistoryButton = laterPart((parts) => parts.HistoryButton);

const PastBar = laterPart((parts) => parts.PastBar);
const PastStatus = laterPart((parts) => parts.PastStatus);

export function Transport() {
  const { formats, transport } = useWords();
  const isAtRest = useIsAtRest();
  const keptStep = usePlayground(({ keeping }) => (keeping.kind === "kept" ? keeping.step : undefined));
  // A phone shows the controls in one row, and the rest when it is asked for.
  const [isOpen, setOpen] = useState(false);
  return (
    <section
      className={styles.transport}
      aria-label={transport.title}
      data-engine={isAtRest ? "resting" : "working"}
      data-kept={keptStep}
      data-open={isOpen || undefined}
    >
      <div className={styles.bar}>
        <Buttons />
        <dl className={styles.readouts}>
          <Readout isMain label={transport.stepCount} text={({ step }) => formats.count(step)} />
          <Readout
            label={transport.epoch}
            text={({ epoch, latest, step }) => (latest === null && step > 0 ? "–" : formats.epochs(epoch))}
            title={transport.epochHint}
          />
          <LossReadout />
          <Readout
            label={transport.stepsPerSecond}
            text={({ stepsPerSecond }) => formats.rate(stepsPerSecond)}
          />
          <SpeedReadout />
        </dl>
        <div className={styles.opener}>
          <Action
            weight="quiet"
            aria-label={transport.more}
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            <ChevronDown size={18} aria-hidden="true" />
          </Action>
        </div>
      </div>
      <div className={styles.past}>
        <PastBar />
      </div>
      <Status />
    </section>
  );
}

/** Nothing that the page shows changes by itself: the engine has nothing to do, and every part has followed it. */
function useIsAtRest(): boolean {
  const resting = usePlayground((state) => state.resting);
  const isBehind = useStore(useTurns().behind);
  return resting && !isBehind;
}

function LossReadout() {
  const { formats, transport } = useWords();
  const lossText = ({ latest }: RunState) => formats.decimal(latest?.loss ?? null);
  const ofNumbers = usePlayground(({ data }) => data?.kind === "examples" && data.answer.kind === "numbers");
  return ofNumbers ? (
    <Readout isMain label={transport.loss} text={lossText} title={transport.lossOfNumbersHint} />
  ) : (
    <Readout
      isMain
      label={transport.loss}
      text={lossText}
      unit={transport.inNats}
      title={transport.lossHint}
    />
  );
}

function SpeedReadout() {
  const { formats, transport } = useWords();
  const unit = usePlayground(({ data }) => stepUnit(data));
  return (
    <Readout
      label={transport.perSecond[unit]}
      text={({ timeStepsPerSecond }) => formats.rate(timeStepsPerSecond)}
    />
  );
}

function Buttons() {
  const store = usePlaygroundStore();
  const training = useRun((run) => run.training);
  // After a failure of the engine the next press tries again.
  const hasRun = useRun((run) => run.summary !== null);
  const hasFailed = usePlayground((state) => state.failure !== null);
  // What another tab trains is only looked at here; Reset begins a run of this tab's own.
  const isElsewhere = usePlayground(({ keeping }) => keeping.kind === "elsewhere");
  const ready = hasRun || hasFailed;
  const { transport } = useWords();
  const { train, pause, stepOnce, reset } = store.getState();
  // What it says when the press begins is what is meant, though it may say the other when the press ends, as while an engine is replaced.
  const meant = useRef(train);
  return (
    <div className={styles.buttons}>
      <Action
        weight="primary"
        onPressStart={() => {
          meant.current = training ? pause : train;
        }}
        onPress={() => meant.current()}
        isDisabled={!ready || isElsewhere}
      >
        {training ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
        <span className={styles.train}>{training ? transport.pause : transport.train}</span>
      </Action>
      <Action onPress={stepOnce} isDisabled={!ready || training || isElsewhere}>
        <StepForward size={16} aria-hidden="true" />
        <span className={styles.word}>{transport.step}</span>
      </Action>
      <Action onPress={reset} isDisabled={!ready}>
        <RotateCcw size={15} aria-hidden="true" />
        <span className={styles.word}>{transport.reset}</span>
      </Action>
      <div className={styles.runs}>
        <Back />
        <HistoryButton />
      </div>
    </div>
  );
}

function Back() {
  const { history } = useWords();
  const store = usePlaygroundStore();
  const newest = usePlayground(({ past }) => past[0]);
  if (!newest) return null;
  return (
    <Action
      aria-label={history.goBackTo({ step: newest.step })}
      onPress={() => store.getState().goBack(newest.id)}
    >
      <Undo2 size={16} aria-hidden="true" />
    </Action>
  );
}

function Status() {
  const words = useWords();
  const status = usePlayground((state) =>
    statusInWords(
      words,
      shownRun(state),
      state.data,
      state.unit,
      state.keeping.kind === "elsewhere",
      state.race,
    ),
  );
  const share = useRun((run) => run.stepShare);
  const isPast = usePlayground((state) => state.shownStep !== null);
  return (
    <div className={styles.statusRoom}>
      <div className={styles.status}>
        {isPast ? <PastStatus /> : <p className={styles.goingOn}>{status}</p>}
        {share !== null && (
          <p className={styles.goingOn}>{words.transport.stepShare({ percent: Math.floor(100 * share) })}</p>
        )}
        <WaitingFor isHere={isHere} />
      </div>
    </div>
  );
}

/** Those that are asked for here, and of the engine, whose menu is shut by then. */
const isHere = ({ type }: Command) =>
  type === "open" ||
  type === "train" ||
  type === "pause" ||
  type === "step" ||
  type === "reset" ||
  type === "setEngine" ||
  type === "tryWebgpu";
