/** The whole page: what stands where, and what comes first. */

import type { ReactNode } from "react";
import { FileDrop } from "./data/FileDrop";
import { ImportDialogs } from "./data/ImportDialogs";
import { FaultBoundary } from "./faults/FaultBoundary";
import { Header } from "./header/Header";
import { lazyPart } from "./lazyPart";
import { FailureBanner } from "./messages/FailureBanner";
import { Notices } from "./messages/Notices";
import styles from "./Page.module.css";
import { Stage } from "./stage/Stage";
import { Transport } from "./transport/Transport";
import { usePlayground } from "./usePlaygroundStore";
import { useView } from "./useView";

// Parts that come after the gates.
const SettingsColumn = lazyPart(async () => (await import("./settings/SettingsColumn")).SettingsColumn);
const ProgressPanel = lazyPart(async () => (await import("./charts/ProgressPanel")).ProgressPanel);
const EvaluationPanel = lazyPart(async () => (await import("./evaluation/EvaluationPanel")).EvaluationPanel);
const GeneratePanel = lazyPart(async () => (await import("./generate/GeneratePanel")).GeneratePanel);
const ProfilePanel = lazyPart(async () => (await import("./profile/ProfilePanel")).ProfilePanel);
const BenchmarkPage = lazyPart(async () => (await import("./benchmark/BenchmarkPage")).BenchmarkPage);

export function Page() {
  const view = useView();
  return (
    <>
      <FaultBoundary what="header">
        <Header view={view} />
      </FaultBoundary>
      {view === "playground" && (
        <FaultBoundary what="transport">
          <Transport />
        </FaultBoundary>
      )}
      <FaultBoundary what="failure">
        <FailureBanner />
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
        <FileDrop />
      </FaultBoundary>
      <ImportDialogs />
    </>
  );
}

function Playground() {
  const writes = usePlayground(({ data }) => data?.kind !== "examples");
  return (
    <main className={styles.main}>
      <Area name="settings">
        <SettingsColumn />
      </Area>
      <Area name="stage">
        <Stage />
      </Area>
      <Area name="profile">
        <ProfilePanel />
      </Area>
      <Area name="progress">
        <ProgressPanel />
      </Area>
      <Area name="evaluation">
        <EvaluationPanel />
      </Area>
      {writes && (
        <Area name="generate">
          <GeneratePanel />
        </Area>
      )}
    </main>
  );
}

interface AreaProps {
  readonly name: "settings" | "stage" | "profile" | "progress" | "evaluation" | "generate";
  readonly children: ReactNode;
}

function Area({ name, children }: AreaProps) {
  return (
    <div className={styles[name]}>
      <FaultBoundary what={name}>{children}</FaultBoundary>
    </div>
  );
}
