/** Names that are cut off where there is no room for all of them still tell what they name. */
import { isWide } from "../data/isWide";

/**
 * Of names that have the same beginning as far as it is shown, that beginning is left out, up to the word in which they differ:
 * "Category 01 …" and "Category 02 …" are "…01 …" and "…02 …". All others stay as they are.
 * @param room how many letters are shown; one of a wide script takes the room of two
 */
export function toldApart(names: readonly string[], room: number): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const shown = beginning(name, room);
    groups.set(shown, [...(groups.get(shown) ?? []), name]);
  }
  const alike = Array.from(groups.values(), leftOut).filter(({ length }) => length > 1);
  const members = new Map(alike.map((one): [string, string[]] => [one, []]));
  for (const name of new Set(names)) {
    if (beginning(name, room) === name) continue;
    const left = alike.find((one) => name.startsWith(one) && name !== one);
    if (left !== undefined) members.get(left)?.push(name);
  }
  const short = new Map<string, string>();
  const told = new Set<string>();
  for (const [one, group] of members) {
    // The sign that something is left out takes the room of one letter.
    const rests = toldApart(
      group.map((name) => name.slice(one.length)),
      room - 1,
    );
    const ends = rests.map((rest) => `…${rest.replace(/^…/, "")}`);
    // What is left may be that of others: then some of what is left out tells whose it is.
    const isOthers = ends.some((end) => told.has(beginning(end, room)));
    const start = isOthers ? beginning(one, Math.floor(room / 2)) : "";
    for (const [i, name] of group.entries()) {
      short.set(name, `${start}${ends[i]}`);
      told.add(beginning(ends[i], room));
    }
  }
  return names.map((name) => short.get(name) ?? name);
}

/** Of names that are shown alike: what they all begin with, up to the word in which they differ. Nothing of one that is shown alone. */
function leftOut(group: readonly string[]): string {
  if (group.length < 2) return "";
  const common = commonBeginning(group);
  const shortest = Math.min(...group.map(({ length }) => length));
  return common.slice(0, Math.min(lastWordOf(common), shortest - 1));
}

function beginning(name: string, room: number): string {
  let left = room;
  let shown = "";
  for (const letter of name) {
    left -= isWide(letter) ? 2 : 1;
    if (left < 0) break;
    shown += letter;
  }
  return shown;
}

function commonBeginning([first, ...others]: readonly string[]): string {
  let common = "";
  for (const letter of first) {
    const longer = common + letter;
    if (!others.every((other) => other.startsWith(longer))) break;
    common = longer;
  }
  return common;
}

/** Where the word begins within which a beginning ends; its end where it is of one word, or ends between two. */
function lastWordOf(common: string): number {
  const words = /^.*[\s_\-–—/.,:;|()]/su.exec(common);
  return words ? words[0].length : common.length;
}
