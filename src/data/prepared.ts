/** What readers make of files, pictures, sound and tasks: plain data that can be kept and sent to a worker. */
import type { SequencesData, SeriesData } from "./examples";
import type { MemoryTaskData } from "./tasks/memoryTask";

export type PreparedData = SequencesData | SeriesData | MemoryTaskData;
