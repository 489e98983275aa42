/** A race that is to be, beside those from before; or one that is under way, or over. */
import { useMemo } from "react";
import type { RunRecord } from "../../../kept/runRecord";
import { usePlayground } from "../../usePlaygroundStore";
import { KeptRaces } from "./KeptRaces";
import { RaceForm } from "./RaceForm";
import { RaceRuns } from "./RaceRuns";
import { likeCompared } from "./raceChoices";

interface RaceViewProps {
  /** Those that were chosen: what they differ in is raced once more, where that is one setting. */
  readonly records: readonly RunRecord[];
  readonly onClose: () => void;
}

export function RaceView({ records, onClose }: RaceViewProps) {
  const isThere = usePlayground((state) => state.race !== null);
  const like = useMemo(() => likeCompared(records.map(({ settings }) => settings)), [records]);
  if (isThere) return <RaceRuns onClose={onClose} />;
  return (
    <>
      <KeptRaces />
      <RaceForm like={like} />
    </>
  );
}
