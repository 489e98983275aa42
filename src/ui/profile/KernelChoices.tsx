/** What the GPU's calibration has found: the variants of each family of kernels, the chosen one first. */

import type { EngineStatus } from "../../session/protocol";
import { Action } from "../controls/Action";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { type FamilyChoice, familyChoices } from "./kernelFamilies";
import styles from "./ProfilePanel.module.css";
import { formatMs } from "./profileWords";

const kernelsOf = (engine: EngineStatus | null) =>
  engine?.webgpu.state === "available" ? engine.webgpu.kernels : null;

export function KernelChoices() {
  const store = usePlaygroundStore();
  const kernels = usePlayground((state) => kernelsOf(state.engine));
  const calibrating = usePlayground((state) => state.calibrating);
  const adapter = usePlayground(({ engine }) =>
    engine?.webgpu.state === "available" ? engine.webgpu.adapter : "",
  );
  if (!kernels || kernels.length === 0) return null;
  return (
    <details className={styles.kernels}>
      <summary>Kernels on {adapter}</summary>
      <p className={styles.hint}>
        GPUs differ, so kernels come in variants. As many as fit into a second were run on this one, compared
        with the reference, and timed on small sizes; the fastest of a kind is used, and remembered.
      </p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="visually-hidden">Calibration</caption>
          <thead>
            <tr>
              <th scope="col">Kernel</th>
              <th scope="col" className={styles.words}>
                Used
              </th>
              <th scope="col">ms</th>
              <th scope="col" className={styles.words}>
                Others
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
        {calibrating ? "Calibrating…" : "Calibrate again"}
      </Action>
    </details>
  );
}

function Row({ choice: { name, used, others } }: { readonly choice: FamilyChoice }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={styles.words}>{used?.variant ?? "default"}</td>
      <td>{used?.elapsedMs ? formatMs(used.elapsedMs) : "–"}</td>
      <td className={`${styles.words} ${styles.others}`}>
        {others
          .map(({ variant, elapsedMs }) =>
            elapsedMs === null ? `${variant}: wrong values` : `${variant}: ${formatMs(elapsedMs)}`,
          )
          .join("; ")}
      </td>
    </tr>
  );
}
