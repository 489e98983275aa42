/** What the GPU's calibration has found: the variants of each family of kernels, the chosen one first. */

import type { EngineStatus } from "../../session/protocol";
import { absent } from "../../words/formats";
import { Action } from "../controls/Action";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { type FamilyChoice, familyChoices } from "./kernelFamilies";
import styles from "./ProfilePanel.module.css";

const kernelsOf = (engine: EngineStatus | null) =>
  engine?.webgpu.state === "available" ? engine.webgpu.kernels : null;

export function KernelChoices() {
  const words = useAllWords().profile;
  const store = usePlaygroundStore();
  const kernels = usePlayground((state) => kernelsOf(state.engine));
  const calibrating = usePlayground((state) => state.calibrating);
  const adapter = usePlayground(({ engine }) =>
    engine?.webgpu.state === "available" ? engine.webgpu.adapter : "",
  );
  if (!kernels || kernels.length === 0) return null;
  return (
    <details className={styles.kernels}>
      <summary>{words.kernelsOn({ adapter })}</summary>
      <p className={styles.hint}>{words.kernelsHint}</p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="visually-hidden">{words.calibration}</caption>
          <thead>
            <tr>
              <th scope="col">{words.kernel}</th>
              <th scope="col" className={styles.words}>
                {words.used}
              </th>
              <th scope="col">{words.ms}</th>
              <th scope="col" className={styles.words}>
                {words.others}
              </th>
            </tr>
          </thead>
          <tbody>
            {familyChoices(kernels).map((choice) => (
              <Row key={choice.family} choice={choice} />
            ))}
          </tbody>
        </table>
      </div>
      <Action onPress={() => store.getState().calibrate()} isDisabled={calibrating}>
        {calibrating ? words.calibrating : words.calibrate}
      </Action>
    </details>
  );
}

function Row({ choice: { family, used, others } }: { readonly choice: FamilyChoice }) {
  const { profile: words, formats } = useAllWords();
  const names: Readonly<Record<string, string>> = words.families;
  return (
    <tr>
      <th scope="row">{names[family] ?? family}</th>
      <td className={styles.words}>{used?.variant ?? words.defaultVariant}</td>
      <td>{used?.elapsedMs ? formats.milliseconds(used.elapsedMs) : absent}</td>
      <td className={`${styles.words} ${styles.others}`}>
        {words.otherVariants({
          parts: others.map(({ variant, elapsedMs }) =>
            elapsedMs === null
              ? words.wrongValues({ variant })
              : words.otherVariant({ variant, ms: elapsedMs }),
          ),
        })}
      </td>
    </tr>
  );
}
