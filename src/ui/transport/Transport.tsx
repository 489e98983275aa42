/** Starts and stops training, and what it has come to. */
import { Pause, Play, RotateCcw, StepForward } from "lucide-react";
import { useStore } from "zustand";
import type { Playground, PlaygroundStore } from "../../store/store";
import { Action } from "../controls/Action";
import { formatCount, formatDecimal, formatRate } from "../format";
import { capitalized, stepWords } from "../stepWords";
import { Readout } from "./Readout";
import { statusInWords } from "./statusInWords";
import styles from "./Transport.module.css";

export function Transport({ store }: { readonly store: PlaygroundStore }) {
  return (
    <section className={styles.transport} aria-label="Training controls">
      <div className={styles.bar}>
        <Buttons store={store} />
        <dl className={styles.readouts}>
          <Readout store={store} label="Step" text={({ step }) => formatCount(step)} />
          <Readout
            store={store}
            label="Epoch"
            text={epochText}
            title="Times everything that is for training was read"
          />
          <LossReadout store={store} />
          <Readout store={store} label="Steps/s" text={({ stepsPerSecond }) => formatRate(stepsPerSecond)} />
          <SpeedReadout store={store} />
        </dl>
      </div>
      <Status store={store} />
    </section>
  );
}

const epochText = ({ epoch, latest, step }: Playground) =>
  latest === null && step > 0 ? "–" : epoch.toFixed(2);
const lossText = ({ latest }: Playground) => formatDecimal(latest?.loss ?? null);

function LossReadout({ store }: { readonly store: PlaygroundStore }) {
  const ofNumbers = useStore(
    store,
    ({ data }) => data?.kind === "examples" && data.answer.kind === "numbers",
  );
  return ofNumbers ? (
    <Readout
      store={store}
      label="Loss"
      text={lossText}
      title="Mean squared error of the scaled numbers, of the last training step"
    />
  ) : (
    <Readout store={store} label="Loss" text={lossText} unit="nats" title="Of the last training step" />
  );
}

function SpeedReadout({ store }: { readonly store: PlaygroundStore }) {
  const steps = useStore(store, ({ data }) => capitalized(stepWords(data).many));
  return (
    <Readout
      store={store}
      label={`${steps}/s`}
      text={({ timeStepsPerSecond }) => formatRate(timeStepsPerSecond)}
    />
  );
}

function Buttons({ store }: { readonly store: PlaygroundStore }) {
  const training = useStore(store, (state) => state.training);
  // After a failure of the engine the next press tries again.
  const ready = useStore(store, (state) => state.run !== null || state.failure !== null);
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
    </div>
  );
}

function Status({ store }: { readonly store: PlaygroundStore }) {
  const words = useStore(store, statusInWords);
  return <p className={styles.status}>{words}</p>;
}
