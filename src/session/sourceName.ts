/** What data are called, whether or not anybody has read them. */
import { message, type Said } from "../words/message";
import type { DataSource } from "./protocol";

export function sourceName(source: DataSource): Said {
  switch (source.kind) {
    case "sample":
      return message("samples.text");
    case "pasted":
      return message("files.pasted");
    case "file":
      return source.file.name;
    case "generated":
      return message(`samples.${source.sample}`);
    case "prepared":
      return source.data.kind === "task"
        ? message("tasks.title", { task: source.data.task })
        : source.data.name;
  }
}
