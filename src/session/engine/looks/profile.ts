/** Where the time of a training step goes. Of a copy of the network: the run itself is only kept waiting. */
import { profileTraining } from "../../../engine/benchmark/profile";
import type { ProfileReport } from "../../protocol";
import { lookOf } from "./look";

export const profile = lookOf<ProfileReport>({
  alone: false,
  slices: ({ live }) => {
    const { config, training } = live.saved;
    return profileTraining(live.backend, config, training);
  },
  looked: (value, running) => ({ type: "looked", look: "profile", value, running }),
});
