/** Starts and stops training, and what it has come to. */

import { Pause, Play, RotateCcw, StepForward, Undo2 } from "lucide-react";
import { formatCount } from "../../data/phrases";
import type { Command } from "../../session/protocol";
import { shownRun } from "../../store/runs";
import type { RunState } from "../../store/state";
import { Action } from "../controls/Action";
import { formatDecimal, formatRate } from "../format";
import { lazyPart } from "../lazyPart";
import { capitalized, stepWords } from "../stepWords";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { WaitingFor } from "../waiting/WaitingFor";
import { Readout } from "./Readout";
import { statusInWords, stepShareInWords } from "./statusInWords";
import styles from "./Transport.module.css";

// Its popover is a program of some size, and is not needed to train.
const HistoryButton = lazyPart(async () => (await import("../history/HistoryButton")).HistoryButton);

export function Transport() {
  const resting = usePlayground((state) => state.resting);
  return (
    <section
      className={styles.transport}
      aria-label="Training controls"
      data-engine={resting ? "resting" : "working"}
    >
      <div className={styles.bar}>
        <Buttons />
        <dl className={styles.readouts}>
          <Readout label="Step" text={({ step }) => formatCount(step)} />
          <Readout label="Epoch" text={epochText} title="Times everything that is for training was read" />
          <LossReadout />
          <Readout label="Steps/s" text={({ stepsPerSecond }) => formatRate(stepsPerSecond)} />
          <SpeedReadout />
        </dl>
      </div>
      <Status />
    </section>
  );
}

const epochText = ({ epoch, latest, step }: RunState) =>
  latest === null && step > 0 ? "–" : epoch.toFixed(2);
const lossText = ({ latest }: RunState) => formatDecimal(latest?.loss ?? null);

function LossReadout() {
  const ofNumbers = usePlayground(({ data }) => data?.kind === "examples" && data.answer.kind === "numbers");
  return ofNumbers ? (
    <Readout
      label="Loss"
      text={lossText}
      title="Mean squared error of the scaled numbers, of the last training step"
    />
  ) : (
    <Readout label="Loss" text={lossText} unit="nats" title="Of the last training step" />
  );
}

function SpeedReadout() {
  const steps = usePlayground(({ data }) => capitalized(stepWords(data).many));
  return <Readout label={`${steps}/s`} text={({ timeStepsPerSecond }) => formatRate(timeStepsPerSecond)} />;
}

function Buttons() {
  const store = usePlaygroundStore();
  const training = useRun((run) => run.training);
  // After a failure of the engine the next press tries again.
  const hasRun = useRun((run) => run.summary !== null);
  const hasFailed = usePlayground((state) => state.failure !== null);
  const ready = hasRun || hasFailed;
  const { train, pause, stepOnce, reset } = store.getState();
  return (
    <div className={styles.buttons}>
      <Action weight="primary" onPress={training ? pause : train} isDisabled={!ready}>
        {training ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
        <span className={styles.train}>{training ? "Pause" : "Train"}</span>
      </Action>
      <Action onPress={stepOnce} isDisabled={!ready || training}>
        <StepForward size={16} aria-hidden="true" />
        Step
      </Action>
      <Action onPress={reset} isDisabled={!ready}>
        <RotateCcw size={15} aria-hidden="true" />
        Reset
      </Action>
      <div className={styles.runs}>
        <Back />
        <HistoryButton />
      </div>
    </div>
  );
}

function Back() {
  const store = usePlaygroundStore();
  const newest = usePlayground(({ past }) => past[0]);
  if (!newest) return null;
  return (
    <Action
      aria-label={`Back to the run from before, at step ${formatCount(newest.step)}`}
      onPress={() => store.getState().goBack(newest.id)}
    >
      <Undo2 size={16} aria-hidden="true" />
    </Action>
  );
}

function Status() {
  const words = usePlayground((state) => statusInWords(shownRun(state), state.data));
  const share = useRun((run) => run.stepShare);
  return (
    <div className={styles.status}>
      <p>{words}</p>
      {share !== null && <p>{stepShareInWords(share)}</p>}
      <WaitingFor isHere={isHere} />
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
