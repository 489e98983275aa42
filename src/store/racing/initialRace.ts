import type { RaceSlice } from "../state";

export const initialRace: RaceSlice = { race: null, racePlan: null, hearRace: null };
