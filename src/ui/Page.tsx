/** The whole page: what stands where, and what comes first. */

import { type ReactNode, useRef } from "react";
import type { LessonPart } from "../kept/linkForm";
import { DraftsOfRun } from "./DraftsOfRun";
import { FileDrop } from "./data/FileDrop";
import { ImportDialogs } from "./data/ImportDialogs";
import { FaultBoundary } from "./faults/FaultBoundary";
import { Header } from "./header/Header";
import { InTurn } from "./InTurn";
import { firstPictureIsThere } from "./late/firstPicture";
import { laterPart } from "./laterPart";
import { lazyPart } from "./lazyPart";
import { ElsewhereBanner } from "./messages/ElsewhereBanner";
import { FailureBanner } from "./messages/FailureBanner";
import { Notices } from "./messages/Notices";
import styles from "./Page.module.css";
import { PlaceBar } from "./places/PlaceBar";
import { arrangement } from "./places/places";
import { usePlace } from "./places/usePlace";
import { AskedLink } from "./share/AskedLink";
import { isEmbedded } from "./share/embedded";
import { Stage } from "./stage/Stage";
import { Transport } from "./transport/Transport";
import { usePlayground } from "./usePlaygroundStore";
import { useView } from "./useView";

// Parts that come after the gates.
const DataPanel = laterPart((parts) => parts.DataPanel);
const NetworkPanel = laterPart((parts) => parts.NetworkPanel);
const TrainingPanel = laterPart((parts) => parts.TrainingPanel);
const ProgressPanel = laterPart((parts) => parts.ProgressPanel);
const EvaluationPanel = laterPart((parts) => parts.EvaluationPanel);
const GeneratePanel = laterPart((parts) => parts.GeneratePanel);
const LessonBar = lazyPart(async () => (await import("./share/LessonBar")).LessonBar);
const BenchmarkPage = lazyPart(async () => {
  // It has no gates, so nothing waits for them.
  firstPictureIsThere();
  return (await import("./benchmark/BenchmarkPage")).BenchmarkPage;
});

export function Page() {
  const view = useView();
  const isInFrame = isEmbedded();
  const lesson = usePlayground((state) => state.lesson);
  return (
    <DraftsOfRun>
      {!isInFrame && (
        <FaultBoundary what="header">
          <Header view={view} />
        </FaultBoundary>
      )}
      {(isInFrame || lesson) && (
        <FaultBoundary what="share">
          <LessonBar />
        </FaultBoundary>
      )}
      {view === "playground" && (
        <FaultBoundary what="transport">
          <Transport />
        </FaultBoundary>
      )}
      <FaultBoundary what="failure">
        <FailureBanner />
      </FaultBoundary>
      <FaultBoundary what="failure">
        <ElsewhereBanner />
      </FaultBoundary>
      {view === "playground" ? (
        <Playground />
      ) : (
        <FaultBoundary what="benchmark">
          <BenchmarkPage />
        </FaultBoundary>
      )}
      <FaultBoundary what="notices">
        <Notices />
      </FaultBoundary>
      <FaultBoundary what="drop">
        <FileDrop isClosed={isInFrame || lesson?.hidden.includes("data") === true} />
      </FaultBoundary>
      <InTurn isFirst>
        <ImportDialogs />
      </InTurn>
      <AskedLink />
    </DraftsOfRun>
  );
}

/** The same array each time, by which the store tells that nothing has changed. */
const none: readonly LessonPart[] = [];

function Playground() {
  const hidden = usePlayground(({ lesson }) => lesson?.hidden ?? none);
  const [chosen, setPlace] = usePlace();
  const place = hidden.some((part) => part === chosen) ? "stage" : chosen;
  const bar = useRef<HTMLElement>(null);
  const leaveAside = () => {
    if (arrangement() !== "rail") return;
    setPlace("stage");
    bar.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
  };
  return (
    <main className={styles.main} data-place={place} data-hidden={hidden.join(" ")}>
      <div className={styles.places}>
        <PlaceBar ref={bar} place={place} hidden={hidden} onChange={setPlace} />
      </div>
      <Aside onLeave={leaveAside}>
        {!hidden.includes("data") && (
          <Area name="data">
            <DataPanel />
          </Area>
        )}
        {!hidden.includes("settings") && (
          <Area name="settings">
            <FaultBoundary what="networkPanel">
              <NetworkPanel />
            </FaultBoundary>
            <FaultBoundary what="trainingPanel">
              <InTurn>
                <TrainingPanel />
              </InTurn>
            </FaultBoundary>
          </Area>
        )}
      </Aside>
      <div className={styles.stage}>
        <FaultBoundary what="stage">
          <Stage />
        </FaultBoundary>
      </div>
      {!hidden.includes("results") && <Results />}
    </main>
  );
}

/** Each follows by itself, in its turn: whether the network writes draws the others not anew. */
const progress = (
  <Area name="progress">
    <ProgressPanel />
  </Area>
);
const evaluation = (
  <Area name="evaluation">
    <EvaluationPanel />
  </Area>
);
const generate = (
  <Area name="generate">
    <GeneratePanel />
  </Area>
);

function Results() {
  const writes = usePlayground(({ data }) => data?.kind !== "examples");
  return (
    <>
      {progress}
      {evaluation}
      {writes && generate}
    </>
  );
}

/** What is trained on and how. A tablet slides it in over the stage, and Escape takes it away again. */
function Aside({ onLeave, children }: { readonly onLeave: () => void; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: It hears what its controls leave of the keyboard.
    <div className={styles.aside} onKeyDown={({ key }) => key === "Escape" && onLeave()}>
      {children}
    </div>
  );
}

interface AreaProps {
  readonly name: "data" | "settings" | "progress" | "evaluation" | "generate";
  readonly children: ReactNode;
}

/** Beside the stage, which comes first. */
function Area({ name, children }: AreaProps) {
  return (
    <div className={styles[name]}>
      <FaultBoundary what={name}>
        <InTurn>{children}</InTurn>
      </FaultBoundary>
    </div>
  );
}
