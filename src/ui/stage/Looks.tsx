/** The ways to look at what the sequence shows, of which one is open: a unit's cell, and what a training step costs. */
import { useMemo, useRef } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useStore } from "zustand";
import type { DataSummary } from "../../session/protocol";
import { FaultBoundary } from "../faults/FaultBoundary";
import { lazyPart } from "../lazyPart";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { CellPanel } from "./cell/CellPanel";
import styles from "./Looks.module.css";
import stage from "./Stage.module.css";
import type { StageViewStore } from "./stageView";

const ProfilePanel = lazyPart(async () => (await import("../profile/ProfilePanel")).ProfilePanel);

const ImportancePanel = lazyPart(async () => (await import("../importance/ImportancePanel")).ImportancePanel);

/** Pixels, bands and symbols are no inputs of their own. */
function hasSeveralInputs(data: DataSummary | null): boolean {
  if (data?.kind !== "examples" || data.input.kind !== "features") return false;
  const { features, display } = data.input;
  return features.length > 1 && (display.kind === "lines" || display.kind === "stroke");
}

interface LooksProps {
  readonly view: StageViewStore;
}

export function Looks({ view }: LooksProps) {
  const { diagram } = useAllWords();
  const store = usePlaygroundStore();
  const look = usePlayground((state) => state.shownLook);
  const hasInputs = usePlayground(({ data }) => hasSeveralInputs(data));
  const units = useStore(view, (now) => now.units);
  const panel = useRef<HTMLDivElement>(null);
  // Other looks come and go with the data: the cell is not drawn anew for that.
  const cell = useMemo(() => <CellPanel view={view} units={units} />, [view, units]);
  // The row stays in sight where what it opens may not be.
  const reveal = () => {
    const top = panel.current?.getBoundingClientRect().top ?? 0;
    if (top > innerHeight / 2) panel.current?.scrollIntoView();
  };
  return (
    <Tabs
      className={styles.looks}
      selectedKey={look}
      onSelectionChange={(key) => store.getState().showLook(String(key))}
    >
      <TabList className={styles.row} aria-label={diagram.looks}>
        <Tab id="cell" className={styles.look} onPress={reveal}>
          {diagram.lookAt.cell}
        </Tab>
        {hasInputs && (
          <Tab id="inputs" className={styles.look} onPress={reveal}>
            {diagram.lookAt.inputs}
          </Tab>
        )}
        <Tab id="cost" className={styles.look} onPress={reveal}>
          {diagram.lookAt.cost}
        </Tab>
      </TabList>
      <div ref={panel} className={`${stage.card} ${styles.panel}`}>
        <TabPanel id="cell">
          <FaultBoundary what="cell">{cell}</FaultBoundary>
        </TabPanel>
        {hasInputs && (
          <TabPanel id="inputs">
            <FaultBoundary what="importance">
              <ImportancePanel />
            </FaultBoundary>
          </TabPanel>
        )}
        <TabPanel id="cost">
          <FaultBoundary what="profile">
            <ProfilePanel />
          </FaultBoundary>
        </TabPanel>
      </div>
    </Tabs>
  );
}
