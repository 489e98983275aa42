/** Where the time of a training step goes. Of a copy of the network: the run itself is only kept waiting. */
import { profileTraining } from "../../../engine/benchmark/profile";
import type { ProfileReport } from "../../protocol";
import { deviceName } from "../deviceName";
import { lookOf } from "./look";

export const profile = lookOf<ProfileReport>({
  training: "goesOn",
  async *slices({ live }) {
    const { backend, saved } = live;
    const ofDevice = { device: deviceName(backend), isGpu: backend.name === "webgpu" };
    for await (const profile of profileTraining(
      backend,
      saved.config,
      saved.training,
      live.run.data.sequences,
    ))
      yield profile && { ...profile, ...ofDevice };
  },
  looked: (value, running) => ({ type: "looked", look: "profile", value, running }),
});
