/**
 * Months as languages call them beside those that `dates.ts` knows by their first letters: whole names, in the cases in which dates have
 * them, and the abbreviations that calendars of the system write (Unicode CLDR).
 */

/** From January on, or from the first month of Iran's year; commas between months, bars between names of one. */
const calendars: readonly string[] = [
  // Thai.
  "มกราคม|ม.ค,กุมภาพันธ์|ก.พ,มีนาคม|มี.ค,เมษายน|เม.ย,พฤษภาคม|พ.ค,มิถุนายน|มิ.ย,กรกฎาคม|ก.ค,สิงหาคม|ส.ค,กันยายน|ก.ย,ตุลาคม|ต.ค,พฤศจิกายน|พ.ย,ธันวาคม|ธ.ค",
  // Chinese and Japanese.
  "一月,二月,三月,四月,五月,六月,七月,八月,九月,十月,十一月,十二月",
  // Hindi.
  "जनवरी|जन,फ़रवरी|फरवरी|फ़र|फर,मार्च,अप्रैल|अप्रै,मई,जून,जुलाई|जुल,अगस्त|अग,सितंबर|सितम्बर|सित,अक्टूबर|अक्तूबर|अक्टू|अक्तू,नवंबर|नवम्बर|नव,दिसंबर|दिसम्बर|दिस",
  // Bengali.
  "জানুয়ারি|জানুয়ারী|জানু,ফেব্রুয়ারি|ফেব্রুয়ারী|ফেব,মার্চ,এপ্রিল,মে,জুন,জুলাই,আগস্ট,সেপ্টেম্বর,অক্টোবর,নভেম্বর,ডিসেম্বর",
  // Arabic, as from Egypt to the Gulf, and as in the Levant and Iraq.
  "يناير,فبراير,مارس,أبريل|ابريل|إبريل,مايو,يونيو|يونيه,يوليو|يوليه,أغسطس|اغسطس,سبتمبر,أكتوبر|اكتوبر,نوفمبر,ديسمبر",
  "كانون_الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين_الأول,تشرين_الثاني,كانون_الأول",
  // Persian.
  "فروردین,اردیبهشت,خرداد,تیر,مرداد,شهریور,مهر,آبان,آذر,دی,بهمن,اسفند",
  // Hebrew.
  "ינואר,פברואר,מרץ,אפריל,מאי,יוני,יולי,אוגוסט,ספטמבר,אוקטובר,נובמבר,דצמבר",
  // Russian.
  "январь|января|янв,февраль|февраля|фев|февр,март|марта|мар,апрель|апреля|апр,май|мая,июнь|июня|июн,июль|июля|июл,август|августа|авг,сентябрь|сентября|сен|сент,октябрь|октября|окт,ноябрь|ноября|ноя|нояб,декабрь|декабря|дек",
  // Ukrainian.
  "січень|січня|січ,лютий|лютого|лют,березень|березня|бер,квітень|квітня|кві|квіт,травень|травня|тра|трав,червень|червня|чер|черв,липень|липня|лип,серпень|серпня|сер|серп,вересень|вересня|вер,жовтень|жовтня|жов|жовт,листопад|листопада|лис|лист,грудень|грудня|гру|груд",
  // Greek.
  "ιανουάριος|ιανουαρίου|ιαν,φεβρουάριος|φεβρουαρίου|φεβ,μάρτιος|μαρτίου|μάρ|μαρ,απρίλιος|απριλίου|απρ,μάιος|μαΐου|μάι|μαΐ,ιούνιος|ιουνίου|ιούν|ιουν,ιούλιος|ιουλίου|ιούλ|ιουλ,αύγουστος|αυγούστου|αύγ|αυγ,σεπτέμβριος|σεπτεμβρίου|σεπ,οκτώβριος|οκτωβρίου|οκτ,νοέμβριος|νοεμβρίου|νοέ|νοε,δεκέμβριος|δεκεμβρίου|δεκ",
  // Turkish.
  "ocak|oca,şubat|şub,mart|mar,nisan|nis,mayıs|may,haziran|haz,temmuz|tem,ağustos|ağu,eylül|eyl,ekim|eki,kasım|kas,aralık|ara",
  // Polish.
  "styczeń|stycznia|sty,luty|lutego|lut,marzec|marca|mar,kwiecień|kwietnia|kwi,maj|maja,czerwiec|czerwca|cze,lipiec|lipca|lip,sierpień|sierpnia|sie,wrzesień|września|wrz,październik|października|paź,listopad|listopada|lis,grudzień|grudnia|gru",
  // Czech.
  "leden|ledna,únor|února,březen|března,duben|dubna,květen|května,červen|června,červenec|července,srpen|srpna,září,říjen|října,listopad|listopadu,prosinec|prosince",
  // Hungarian, Romanian, Swedish with Danish and Norwegian, Indonesian, where not as in English.
  "január,február|febr,március|márc,április|ápr,május|máj,június|jún,július|júl,augusztus,szeptember|szept,október,november,december",
  "ianuarie|ian,februarie,martie,aprilie,mai,iunie|iun,iulie|iul,august,septembrie,octombrie,noiembrie|noi,decembrie",
  "januari,februari|februar,mars|marts,april,maj|mai,juni,juli,augusti,september,oktober|okt,november,desember|des",
  "januari,februari|peb,maret,april,mei,juni,juli,agustus|agt|agu,september,oktober,november|nop,desember|des",
  // Finnish, as a month is called: what stands before "kuu" alone are words of other things.
  "tammikuu,helmikuu,maaliskuu,huhtikuu,toukokuu,kesäkuu,heinäkuu,elokuu,syyskuu,lokakuu,marraskuu,joulukuu",
];

const plainWord = (word: string) => word.normalize("NFC").toLocaleLowerCase("en").replace(/\.$/, "");

const months: ReadonlyMap<string, number> = new Map(
  calendars.flatMap((names) =>
    names
      .split(",")
      .flatMap((same, i) =>
        same.split("|").map((name) => [plainWord(name.replace("_", " ")), i + 1] as const),
      ),
  ),
);
const english = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** 1 to 12; 0 where a word is no month here. In Finnish a date has the month's name with an ending. */
export const monthOfWord = (word: string): number =>
  months.get(plainWord(word)) ?? months.get(plainWord(word).replace(/kuuta$/, "kuu")) ?? 0;

const words = /(?:كانون|تشرين) [\p{L}]+|[\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)*\.?/gu;
/** Nobody writes a longer date. */
const mostLetters = 60;
const isThai = (text: string) => /[\u0e00-\u0e7f]/.test(text);

/**
 * A date with its month's name in English, and without what some languages put around day, month and year: "5 de marzo de 2024",
 * "5 марта 2024 г.", "tháng 3 năm 2024", "March 5th". As it is where it has neither.
 */
export function withEnglishMonth(text: string): string {
  if (text.length > mostLetters || !/\d/.test(text) || !/\p{L}/u.test(text)) return text;
  let hasMonth = false;
  const named = text.replace(words, (word) => {
    const month = monthOfWord(word);
    if (month === 0) return word;
    hasMonth = true;
    return english[month - 1];
  });
  // Thai years of two digits are of the Buddhist era as well.
  const dated =
    hasMonth && isThai(text)
      ? named.replace(/พ\.\s*ศ\.\s*/, "").replace(/(?<=[a-z][-/. ]*)(\d\d)(?=$| \d\d?[:.])/, "25$1")
      : named;
  return dated
    .replace(/(?<=\p{L}|\d)\s+del?\s+(?=\p{L}|\d)/giu, " ")
    .replace(/(?<=\d)(?:st|nd|rd|th|er|º|°)(?=[\s,])/i, "")
    .replace(/(?<=\d{4})\s*(?:г|года|год|р|року|рік)\.?(?=$|[\s,])/u, "")
    .replace(/^ngày\s*/iu, "")
    .replace(/\s*(?:tháng|thg|năm)\.?\s*(?=\d)/giu, (_, at: number) => (at === 0 ? "" : "/"))
    .replace(hasMonth ? /^[\p{L}\p{M}]+\.?,?\s+(?=\d.*[a-z]{3})/u : /^$/, "");
}
