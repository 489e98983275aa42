/** Settings and their values as messages: what has changed, and what cannot be used. */
import { type Message, message, verbatim } from "../words/message";
import type { DataShape } from "./dataShape";
import { isChoiceKey, isSettingName, type SettingName, type SettingValue, settingOf } from "./settings";

const labelOf = (name: SettingName): Message => message(`settingLabels.${name}`);

/** "8", "on", "cosine" */
export function valueMessage(name: SettingName, value: SettingValue): Message {
  if (typeof value === "boolean") return value ? message("settings.on") : message("settings.off");
  if (typeof value === "object") return verbatim(value.join(" + "));
  const key = `${name}:${value}`;
  return isChoiceKey(key) ? message(`choiceNames.${key}`) : verbatim(String(value));
}

/** "batch size 32 → 8" */
export const settingChange = (name: SettingName, before: SettingValue, after: SettingValue): Message =>
  message("run.change", {
    name: labelOf(name),
    before: valueMessage(name, before),
    after: valueMessage(name, after),
  });

/** "batch size 32" */
export const settingValue = (name: SettingName, value: SettingValue): Message =>
  message("run.value", { name: labelOf(name), value: valueMessage(name, value) });

function allowedFor(name: SettingName): Message {
  const setting = settingOf(name);
  switch (setting.kind) {
    case "number": {
      const { integer, min, max } = setting;
      return message("settings.numberAllowed", { integer, min, max });
    }
    case "sizes": {
      const { most, min, max } = setting;
      return message("settings.sizesAllowed", { most, min, max });
    }
    case "choice":
      return message("settings.choiceAllowed", { options: setting.options });
    case "flag":
      return message("settings.flagAllowed");
  }
}

/** Why a setting was refused. */
export const malformedProblem = (name: string): Message =>
  isSettingName(name)
    ? message("settings.malformed", { label: labelOf(name), name, allowed: allowedFor(name) })
    : message("settings.unknown", { name });

/** Why a value that such data do not allow was refused. */
export function unfitProblem(name: SettingName, data: DataShape): Message {
  const why = settingOf(name).unfit?.(data) ?? null;
  const reason = why === null ? message("settings.noChoice") : message(`withheld.${why}`);
  return message("settings.unfit", { label: labelOf(name), name, reason });
}
