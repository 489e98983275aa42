/** A race that is to be, beside those from before; or one that is under way, or over. */
import { useMemo } from "react";
import { usePlayground } from "../../usePlaygroundStore";
import type { RunRow } from "../runRows";
import { KeptRaces } from "./KeptRaces";
import { RaceForm } from "./RaceForm";
import { RaceRuns } from "./RaceRuns";
import { likeCompared } from "./raceChoices";

interface RaceViewProps {
  /** Those that were chosen: what they differ in is raced once more, where that is one setting. */
  readonly chosen: readonly RunRow[];
  readonly onClose: () => void;
}

export function RaceView({ chosen, onClose }: RaceViewProps) {
  const isThere = usePlayground((state) => state.race !== null);
  const like = useMemo(() => likeCompared(chosen.map(({ record }) => record.settings)), [chosen]);
  if (isThere) return <RaceRuns onClose={onClose} />;
  return (
    <>
      <KeptRaces />
      <RaceForm like={like} />
    </>
  );
}
