/** What races: what differs between the runs, what is alike, for how long; and which runs that would be. */
import { useCallback, useEffect, useMemo, useState } from "react";
import {
  matchTolerance,
  mostRaced,
  mostSeeds,
  type RaceMatch,
  type RacePlan,
  type RaceRequest,
  raceMatches,
} from "../../../session/raceRequest";
import { isSettingName, type SettingName, type SettingValue, settingOf } from "../../../session/settings";
import { planRace, startRace } from "../../../store/racing/racing";
import type { Said } from "../../../words/message";
import { Action } from "../../controls/Action";
import { Choice } from "../../controls/Choice";
import { NumericField } from "../../controls/NumericField";
import { noneRefused, RefusedDraftsContext, withDraft } from "../../controls/refusedDrafts";
import { SelectField } from "../../controls/SelectField";
import { shapeNow } from "../../settings/useSetting";
import note from "../../styles/note.module.css";
import table from "../../styles/table.module.css";
import text from "../../styles/text.module.css";
import { usePlayground, usePlaygroundStore, useRun } from "../../usePlaygroundStore";
import { useAllWords, useSay } from "../../words/useWords";
import styles from "./Race.module.css";
import { RaceValues } from "./RaceValues";
import {
  firstOfEach,
  firstValues,
  haveSameBatches,
  matchWords,
  variantNames,
  variedSettings,
} from "./raceChoices";

/** What compared runs differ in. */
export interface LikeRaced {
  readonly vary: SettingName;
  readonly values: readonly SettingValue[];
}

const [firstSteps, firstSeconds] = [500, 30];
const lengths = { min: 1, max: 1_000_000, integer: true };

export function RaceForm({ like }: { readonly like: LikeRaced | null }) {
  const { race, settingLabels } = useAllWords();
  const store = usePlaygroundStore();
  const base = useRun((run) => run.inUse);
  const data = usePlayground((state) => state.data);
  const names = useMemo(() => variedSettings(base, shapeNow({ data })), [base, data]);
  const begun = like && names.includes(like.vary) ? like : null;
  const [vary, setVary] = useState<SettingName>(begun?.vary ?? "cell");
  const [values, setValues] = useState(() => begun?.values ?? firstValues("cell", base));
  const [seeds, setSeeds] = useState(1);
  const [match, setMatch] = useState<RaceMatch>("units");
  const [length, setLength] = useState(firstSteps);
  const [guess, setGuess] = useState<number | null>(null);
  const request = useMemo(
    (): RaceRequest => ({ base, vary, values, seeds, match, length }),
    [base, vary, values, seeds, match, length],
  );
  useEffect(() => planRace(store, request), [store, request]);
  // What stands in a field would not be what races.
  const [refused, setRefused] = useState(noneRefused);
  const tellRefused = useCallback(
    (id: string, isRefused: boolean) => setRefused((before) => withDraft(before, id, isRefused)),
    [],
  );
  const plan = usePlayground((state) => (refused.size > 0 ? null : state.racePlan));
  const isPossible = plan !== null && !("problem" in plan);
  const choose = (name: string) => {
    if (!isSettingName(name)) return;
    setVary(name);
    setValues(firstValues(name, base));
    setSeeds(name === "seed" ? 3 : 1);
    setGuess(null);
    if (name === "hiddenSizes" && match === "parameters") setMatch("units");
  };
  const chooseMatch = (next: RaceMatch) => {
    setMatch(next);
    if ((next === "time") !== (match === "time")) setLength(next === "time" ? firstSeconds : firstSteps);
  };
  const changeValues = (next: readonly SettingValue[]) => {
    setValues(next);
    setGuess(null);
  };
  // Units that are chosen to match cannot be what differs.
  const matches = raceMatches.filter((one) => vary !== "hiddenSizes" || one !== "parameters");
  return (
    <RefusedDraftsContext value={tellRefused}>
      <div className={styles.form}>
        <h3 className={text.heading}>{race.title}</h3>
        <p className={text.hint}>{race.about({ batches: haveSameBatches(vary) })}</p>
        <SelectField<string>
          label={race.vary}
          value={vary}
          options={names.map((value) => ({ value, label: settingLabels[value] }))}
          onChange={choose}
        />
        {vary !== "seed" && settingOf(vary).kind !== "flag" && (
          <RaceValues name={vary} values={values} onChange={changeValues} />
        )}
        <NumericField
          label={race.seeds}
          value={seeds}
          range={{ min: 1, max: vary === "seed" ? mostRaced : mostSeeds, integer: true }}
          onCommit={setSeeds}
          hint={race.seedsHint}
        />
        <div>
          <Choice
            label={race.match}
            value={match}
            options={matches.map((value) => ({ value, label: matchWords(race, value, vary).name }))}
            onChange={chooseMatch}
          />
          <p className={text.hint}>{matchWords(race, match, vary).hint}</p>
        </div>
        <NumericField
          label={match === "time" ? race.secondsEach : race.steps}
          value={length}
          range={lengths}
          onCommit={setLength}
        />
        {plan !== null &&
          ("problem" in plan ? (
            <Problem problem={plan.problem} />
          ) : (
            <PlanTable request={request} plan={plan} />
          ))}
        {isPossible && vary !== "seed" && <Guess request={request} guess={guess} onChange={setGuess} />}
        <Action
          weight="primary"
          isDisabled={!isPossible || refused.size > 0}
          onPress={() => startRace(store, request, guess)}
        >
          {race.start}
        </Action>
      </div>
    </RefusedDraftsContext>
  );
}

function Problem({ problem }: { readonly problem: Said }) {
  const say = useSay();
  return (
    <p className={note.problem} role="status">
      {say(problem)}
    </p>
  );
}

interface GuessProps {
  readonly request: RaceRequest;
  readonly guess: number | null;
  readonly onChange: (guess: number | null) => void;
}

const nobody = "none";

function Guess({ request, guess, onChange }: GuessProps) {
  const { race } = useAllWords();
  const say = useSay();
  const options = [
    { value: nobody, label: race.noGuess },
    ...variantNames(request).map((name, i) => ({ value: String(i), label: say(name) })),
  ];
  return (
    <SelectField<string>
      label={race.guess}
      value={guess === null ? nobody : String(guess)}
      options={options}
      onChange={(value) => onChange(value === nobody ? null : Number(value))}
    />
  );
}

function PlanTable({ request, plan }: { readonly request: RaceRequest; readonly plan: RacePlan }) {
  const { race, formats } = useAllWords();
  const say = useSay();
  const names = variantNames(request);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
      <section className={table.scroll} tabIndex={0} aria-label={race.plan}>
        <table className={table.table}>
          <caption>{race.plan}</caption>
          <thead>
            <tr>
              <th scope="col">{race.variant}</th>
              <th scope="col">{race.units}</th>
              <th scope="col">{race.parameters}</th>
            </tr>
          </thead>
          <tbody>
            {firstOfEach(plan.entries).map(({ variant, settings, parameterCount }) => (
              <tr key={variant}>
                <th scope="row">{names[variant] && say(names[variant])}</th>
                <td>{settings.hiddenSizes.join(" + ")}</td>
                <td>{formats.count(parameterCount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {request.match === "parameters" && (
        <p className={text.hint}>
          {plan.spread <= matchTolerance
            ? race.matched({ spread: plan.spread })
            : race.unmatched({ spread: plan.spread, tolerance: matchTolerance })}
        </p>
      )}
    </>
  );
}
