import { message } from "../words/message";
import type { Examples } from "./examples";
import { failure, type Result, success } from "./result";
import { exampleRandom } from "./tasks/exampleRandom";
import type { MemoryTaskData } from "./tasks/memoryTask";
import { checkParameters } from "./tasks/parameters";
import { memoryTasks } from "./tasks/registry";

/** So many that hardly any is seen twice. */
const trainCount = 100_000;
const heldOutCount = 500;

/** A task's examples: each follows from the seed and its index alone, and is made when it is asked for. */
export function taskExamples({ task: name, parameters: given, seed }: MemoryTaskData): Result<Examples> {
  const task = Object.hasOwn(memoryTasks, name) ? memoryTasks[name] : null;
  if (!task) return failure(message("files.unknownTask", { task: name }));
  const checked = checkParameters(task, given);
  if (!checked.ok) return checked;
  const parameters = checked.value;
  return success({
    input: task.input(parameters),
    answer: task.answer(parameters),
    ...task.steps(parameters),
    train: trainCount,
    heldOut: heldOutCount,
    // As the page counts them: from 1 in each part.
    nameOf: (index) => message("files.example", { index: (index % trainCount) + 1 }),
    example: (index) => task.generate(exampleRandom(seed, index), parameters),
  });
}
