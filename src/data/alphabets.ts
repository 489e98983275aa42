/** Of a few words in a one-byte encoding: which of those that have letters at the same places makes words of a language of them. */
import { decoderOf } from "./decoderOf";
import type { Encoding } from "./encodings";

/** The letters beyond ASCII of the languages that each is used for, in lower case. */
const alphabets: readonly (readonly [encodings: readonly Encoding[], letters: readonly string[]])[] = [
  [
    ["windows-1252"],
    [
      "äöüßéà",
      "àâçéèêëîïôûùüœ",
      "àèéìíòóùú",
      "áéíóúüñçª",
      "áâãàçéêíóôõúü",
      "æøåéäöü",
      "äöåéü",
      "ëïéèüöáó",
      "áðéíóúýþæö",
      "äõöüšž",
      "àçèéíïòóúü·",
    ],
  ],
  [
    ["windows-1250", "iso-8859-2"],
    ["áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż", "áéíóöőúüű", "čćđšž", "ăâîşţ"],
  ],
  [["windows-1254"], ["çğıöşüâîû"]],
  [["windows-1257"], ["ąčęėįšųūž", "āčēģīķļņšūž"]],
];

/** Signs that stand beside words and numbers in every language, so that they tell nothing. */
const anySign = /[°µ€£§«»²³×±–—…“”„‘’·½¼¾®©™\u00a0]/;
const letter = /\p{L}/u;

/**
 * The share of letters beyond ASCII that are of one and the same language, whichever has the most; signs within a word count as letters
 * of none. Null where there is none.
 */
function shareOfLanguage(text: string, alphabet: readonly string[]): number | null {
  const characters = Array.from(text);
  const isLetter = (i: number) => letter.test(characters[i] ?? "");
  const high = characters.flatMap((character, i) => {
    if (character < "\u0080") return [];
    const isWithin = isLetter(i - 1) && isLetter(i + 1) && !/[’·]/.test(character);
    const isOdd = isLetter(i + 1) ? /[½¼¾®©]/.test(character) : isLetter(i - 1) && /[½¼¾]/.test(character);
    if (anySign.test(character) && !isWithin && !isOdd) return [];
    return [character === "İ" ? "ı" : character.toLowerCase()];
  });
  if (high.length === 0) return null;
  const shares = alphabet.map((letters) => high.filter((one) => letters.includes(one)).length / high.length);
  return Math.max(...shares);
}

/** So much more of the letters have to be of a language than as they are read without this. */
const clearly = 0.1;

/**
 * @param found what else says that it is
 * @returns the encoding under which clearly more letters are of one language, or what was found
 */
export function encodingByLetters(bytes: Uint8Array, found: Encoding): Encoding {
  const scores = alphabets.flatMap(([encodings, letters]) =>
    encodings.map((encoding) => ({ encoding, share: shareOfLanguage(textOf(bytes, encoding), letters) })),
  );
  const share = (encoding: Encoding) => scores.find((one) => one.encoding === encoding)?.share ?? null;
  const own = share(found);
  if (own === null) return found;
  const best = scores.reduce((a, b) => ((b.share ?? 0) > (a.share ?? 0) ? b : a));
  if ((best.share ?? 0) < own + clearly) return found;
  // Czech, Slovak and Polish have letters at 80 to 9F on Windows, where ISO 8859-2 has none.
  const isBare = best.encoding === "windows-1250" && bytes.every((byte) => byte < 0x80 || byte >= 0xa0);
  return isBare && share("iso-8859-2") === best.share ? "iso-8859-2" : best.encoding;
}

const textOf = (bytes: Uint8Array, encoding: Encoding): string => {
  const text = decoderOf(encoding).decode(bytes);
  return encoding === "windows-1252" ? withMarks(text) : text;
};

/** Some platforms read bytes from 80 to 9F as controls. */
const marks = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const withMarks = (text: string) =>
  text.replace(/[\u0080-\u009f]/g, (control) => marks[control.charCodeAt(0) - 0x80]);
