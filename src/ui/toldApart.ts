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
  const short = new Map(Array.from(groups.values(), (group) => withoutCommon(group, room)).flat());
  return names.map((name) => short.get(name) ?? name);
}

function withoutCommon(group: readonly string[], room: number): readonly (readonly [string, string])[] {
  const start = group.length > 1 ? lastWordOf(commonBeginning(group)) : 0;
  // The sign that something is left out takes the room of one letter.
  if (start < 2) return group.map((name) => [name, name]);
  const rests = toldApart(
    group.map((name) => name.slice(start)),
    room - 1,
  );
  return group.map((name, i) => [name, `…${rests[i].replace(/^…/, "")}`]);
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
