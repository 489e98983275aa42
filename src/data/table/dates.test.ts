import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateParser, detectDateOrder } from "./dates";
import type { DateOrder } from "./tableTypes";

const time = (order: DateOrder, cell: string) => {
  const ms = dateParser(order)(cell);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
};

describe("dateParser", () => {
  it.each<[DateOrder, string, string | null]>([
    ["iso", "1981-01-31", "1981-01-31T00:00:00.000Z"],
    ["iso", "2024-02-29T13:05", "2024-02-29T13:05:00.000Z"],
    ["iso", "2024-03-31 23:59:58.250+02:00", "2024-03-31T21:59:58.250Z"],
    ["iso", "2023-02-29", null],
    ["iso", "1981-13-01", null],
    ["iso", "1981-01-01 25:00", null],
    ["yearMonth", "1949-01", "1949-01-01T00:00:00.000Z"],
    ["yearMonth", "1949 March", "1949-03-01T00:00:00.000Z"],
    ["monthYear", "03/1949", "1949-03-01T00:00:00.000Z"],
    ["monthYear", "Mär 05", "2005-03-01T00:00:00.000Z"],
    ["monthYear", "Dez. 49", "1949-12-01T00:00:00.000Z"],
    ["monthYear", "févr.-10", "2010-02-01T00:00:00.000Z"],
    ["monthYear", "ago-24", "2024-08-01T00:00:00.000Z"],
    ["dayMonthYear", "31/12/2020", "2020-12-31T00:00:00.000Z"],
    ["dayMonthYear", "1.2.99 7:05", "1999-02-01T07:05:00.000Z"],
    ["dayMonthYear", "5 March 2020", "2020-03-05T00:00:00.000Z"],
    ["monthDayYear", "12/31/2020 12:30 AM", "2020-12-31T00:30:00.000Z"],
    ["monthDayYear", "Mar 5, 2020", "2020-03-05T00:00:00.000Z"],
    ["monthDayYear", "31/12/2020", null],
    ["yearMonthDay", "2020/7/4", "2020-07-04T00:00:00.000Z"],
    ["yearMonthDay", "20200704", "2020-07-04T00:00:00.000Z"],
    ["yearMonthDay", "2020年7月4日", "2020-07-04T00:00:00.000Z"],
    ["yearMonthDay", "2023.01.09.", "2023-01-09T00:00:00.000Z"],
    ["yearMonthDay", "2023. 1. 9. 13:05", "2023-01-09T13:05:00.000Z"],
    ["yearMonthDay", "2023년 1월 9일", "2023-01-09T00:00:00.000Z"],
    ["yearMonthDay", "令和5年1月9日", "2023-01-09T00:00:00.000Z"],
    ["yearMonthDay", "令和元年5月1日", "2019-05-01T00:00:00.000Z"],
    ["yearMonthDay", "R5.1.9", "2023-01-09T00:00:00.000Z"],
    ["yearMonthDay", "H31.4.30", "2019-04-30T00:00:00.000Z"],
    ["yearMonthDay", "S64/1/7", "1989-01-07T00:00:00.000Z"],
    ["yearMonthDay", "۲۰۲۳/۰۱/۰۹", "2023-01-09T00:00:00.000Z"],
    ["yearMonthDay", "۱۴۰۲/۰۱/۰۱", "2023-03-21T00:00:00.000Z"],
    ["yearMonthDay", "111/03/01", "2022-03-01T00:00:00.000Z"],
    ["yearMonthDay", "民國111年3月1日", "2022-03-01T00:00:00.000Z"],
    ["year", "平成2年", "1990-01-01T00:00:00.000Z"],
    ["iso", "1399-12-30", "2021-03-20T00:00:00.000Z"],
    ["iso", "1400-12-30", null],
    ["iso", "1403-12-30 06:00", "2025-03-20T06:00:00.000Z"],
    ["yearMonthDay", "1404/7/30", "2025-10-22T00:00:00.000Z"],
    ["dayMonthYear", "29/02/2567", "2024-02-29T00:00:00.000Z"],
    ["dayMonthYear", "๑/๒/๒๕๖๖", "2023-02-01T00:00:00.000Z"],
    ["dayMonthYear", "01.02.2024 00:15 - 01.02.2024 00:30", "2024-02-01T00:15:00.000Z"],
    ["dayMonthYear", "01.02.2024 00:15 - later", null],
    ["iso", "2024-02-01T00:00Z/2024-02-01T01:00Z", "2024-02-01T00:00:00.000Z"],
    ["timeOfDay", "00:15 - 00:30", "1970-01-01T00:15:00.000Z"],
    ["year", "2024年", "2024-01-01T00:00:00.000Z"],
    ["monthOfYear", "11月", "1970-11-01T00:00:00.000Z"],
    ["dayMonthYear", "1 มกราคม 2567", "2024-01-01T00:00:00.000Z"],
    ["dayMonthYear", "วันที่ 15 ธันวาคม พ.ศ. 2566", "2023-12-15T00:00:00.000Z"],
    ["dayMonthYear", "จ. 1 ก.ค. 67 08:30", "2024-07-01T08:30:00.000Z"],
    ["monthYear", "ม.ค. 67", "2024-01-01T00:00:00.000Z"],
    ["monthYear", "เม.ย. 2567", "2024-04-01T00:00:00.000Z"],
    ["monthYear", "พ.ย.-66", "2023-11-01T00:00:00.000Z"],
    ["dayMonthYear", "5 марта 2024 г.", "2024-03-05T00:00:00.000Z"],
    ["dayMonthYear", "пт, 01 мая 2020 10:00", "2020-05-01T10:00:00.000Z"],
    ["monthYear", "янв. 2024", "2024-01-01T00:00:00.000Z"],
    ["monthYear", "Сентябрь 2023", "2023-09-01T00:00:00.000Z"],
    ["monthYear", "лист. 23", "2023-11-01T00:00:00.000Z"],
    ["dayMonthYear", "٥ مارس ٢٠٢٤", "2024-03-05T00:00:00.000Z"],
    ["monthYear", "كانون الثاني 2024", "2024-01-01T00:00:00.000Z"],
    ["dayMonthYear", "۱ فروردین ۱۴۰۲", "2023-03-21T00:00:00.000Z"],
    ["dayMonthYear", "15 अगस्त 2023", "2023-08-15T00:00:00.000Z"],
    ["dayMonthYear", "১৫ আগস্ট ২০২৩", "2023-08-15T00:00:00.000Z"],
    ["monthYear", "Φεβ 2024", "2024-02-01T00:00:00.000Z"],
    ["dayMonthYear", "3 Şubat 2024", "2024-02-03T00:00:00.000Z"],
    ["monthYear", "Kas 2023", "2023-11-01T00:00:00.000Z"],
    ["monthYear", "paź 2023", "2023-10-01T00:00:00.000Z"],
    ["dayMonthYear", "2 czerwca 2023", "2023-06-02T00:00:00.000Z"],
    ["dayMonthYear", "4. července 2023", "2023-07-04T00:00:00.000Z"],
    ["yearMonthDay", "2024. január 5.", "2024-01-05T00:00:00.000Z"],
    ["dayMonthYear", "6. marraskuuta 2023", "2023-11-06T00:00:00.000Z"],
    ["monthYear", "Agustus 2023", "2023-08-01T00:00:00.000Z"],
    ["dayMonthYear", "ngày 5 tháng 3 năm 2024", "2024-03-05T00:00:00.000Z"],
    ["monthYear", "Tháng 3/2024", "2024-03-01T00:00:00.000Z"],
    ["dayMonthYear", "5 de marzo de 2024", "2024-03-05T00:00:00.000Z"],
    ["monthYear", "março de 2024", "2024-03-01T00:00:00.000Z"],
    ["monthDayYear", "March 5th, 2024", "2024-03-05T00:00:00.000Z"],
    ["monthOfYear", "ธันวาคม", "1970-12-01T00:00:00.000Z"],
    ["monthOfYear", "十一月", "1970-11-01T00:00:00.000Z"],
    ["monthOfYear", "Октябрь", "1970-10-01T00:00:00.000Z"],
    ["monthYear", "elo 1500", null],
    ["monthYear", "กลุ่ม 2567", null],
    ["serialDay", "45292", "2024-01-01T00:00:00.000Z"],
    ["serialDay", "45292,041667", "2024-01-01T01:00:00.000Z"],
    ["serialDay", "45292.0416666667", "2024-01-01T01:00:00.000Z"],
    ["year", "0079", "0079-01-01T00:00:00.000Z"],
    ["unixSeconds", "1700000000", "2023-11-14T22:13:20.000Z"],
    ["unixMilliseconds", "1700000000000", "2023-11-14T22:13:20.000Z"],
    ["unixSeconds", "soon", null],
    ["iso", "2024-01-01 00:00:00+02", "2023-12-31T22:00:00.000Z"],
    ["iso", "2024-01-01T00:00:00-0530", "2024-01-01T05:30:00.000Z"],
    ["iso", "2016-07-01 17", "2016-07-01T17:00:00.000Z"],
    ["iso", "2024-01-01 1:30 p.m.", "2024-01-01T13:30:00.000Z"],
    ["monthDayYear", "7/1/2016 5 PM", "2016-07-01T17:00:00.000Z"],
    ["dayMonthYear", "10/03/2004 18.00.00", "2004-03-10T18:00:00.000Z"],
    ["monthYear", "Jan-49", "1949-01-01T00:00:00.000Z"],
    ["monthYear", "Dec-29", "2029-12-01T00:00:00.000Z"],
    ["monthYear", "Jan '14", "2014-01-01T00:00:00.000Z"],
    ["monthYear", "01-49", null],
    ["yearMonth", "2013-06", "2013-06-01T00:00:00.000Z"],
    ["yearMonth", "2013M06", "2013-06-01T00:00:00.000Z"],
    ["yearMonth", "201306", "2013-06-01T00:00:00.000Z"],
    ["yearMonth", "201313", null],
    ["monthYear", "Mär 2013", "2013-03-01T00:00:00.000Z"],
    ["monthYear", "Mrz. 2013", "2013-03-01T00:00:00.000Z"],
    ["dayMonthYear", "3. Oktober 2013", "2013-10-03T00:00:00.000Z"],
    ["dayMonthYear", "3 Oktober 2013", "2013-10-03T00:00:00.000Z"],
    ["dayMonthYear", "14 juillet 2013", "2013-07-14T00:00:00.000Z"],
    ["dayMonthYear", "14 juin 2013", "2013-06-14T00:00:00.000Z"],
    ["dayMonthYear", "1 août 2013", "2013-08-01T00:00:00.000Z"],
    ["monthYear", "septiembre 2013", "2013-09-01T00:00:00.000Z"],
    ["monthYear", "ENE-2013", "2013-01-01T00:00:00.000Z"],
    ["monthYear", "set 2013", "2013-09-01T00:00:00.000Z"],
    ["monthYear", "luglio 2013", "2013-07-01T00:00:00.000Z"],
    ["monthYear", "março 2013", "2013-03-01T00:00:00.000Z"],
    ["monthYear", "mei 2013", "2013-05-01T00:00:00.000Z"],
    ["monthYear", "Set 13", "2013-09-01T00:00:00.000Z"],
    ["monthYear", "gen-10", "2010-01-01T00:00:00.000Z"],
    ["monthOfYear", "Dezember", "1970-12-01T00:00:00.000Z"],
    ["quarter", "2013 Q2", "2013-04-01T00:00:00.000Z"],
    ["quarter", "2013Q4", "2013-10-01T00:00:00.000Z"],
    ["quarter", "Q1-2013", "2013-01-01T00:00:00.000Z"],
    ["quarter", "2013 Q5", null],
    ["quarter", "1980-T2", "1980-04-01T00:00:00.000Z"],
    ["quarter", "T3 1980", "1980-07-01T00:00:00.000Z"],
    ["quarter", "1T1980", "1980-01-01T00:00:00.000Z"],
    ["quarter", "Q4/80", "1980-10-01T00:00:00.000Z"],
    ["quarter", "4Q20", "2020-10-01T00:00:00.000Z"],
    ["quarter", "2020年第一季度", "2020-01-01T00:00:00.000Z"],
    ["quarter", "2020年第3四半期", "2020-07-01T00:00:00.000Z"],
    ["quarter", "2 кв. 2020", "2020-04-01T00:00:00.000Z"],
    ["quarter", "IV квартал 2020 г.", "2020-10-01T00:00:00.000Z"],
    ["quarter", "3. Quartal 2020", "2020-07-01T00:00:00.000Z"],
    ["quarter", "2e trimestre 2020", "2020-04-01T00:00:00.000Z"],
    ["quarter", "T5 1980", null],
    ["halfYear", "1960-H2", "1960-07-01T00:00:00.000Z"],
    ["halfYear", "H1 1960", "1960-01-01T00:00:00.000Z"],
    ["halfYear", "2. Halbjahr 1960", "1960-07-01T00:00:00.000Z"],
    ["halfYear", "S2 1960", "1960-07-01T00:00:00.000Z"],
    ["halfYear", "2020年下半年", "2020-07-01T00:00:00.000Z"],
    ["halfYear", "H3 1960", null],
    ["isoWeek", "KW 01/2021", "2021-01-04T00:00:00.000Z"],
    ["isoWeek", "KW53 2020", "2020-12-28T00:00:00.000Z"],
    ["isoWeek", "2021 KW 1", "2021-01-04T00:00:00.000Z"],
    ["isoWeek", "W01-2021", "2021-01-04T00:00:00.000Z"],
    ["isoWeek", "S02 2021", "2021-01-11T00:00:00.000Z"],
    ["isoWeek", "semaine 2 2021", "2021-01-11T00:00:00.000Z"],
    ["isoWeek", "2021年第2周", "2021-01-11T00:00:00.000Z"],
    ["isoWeek", "KW 54/2021", null],
    ["isoWeek", "S12020", null],
    ["quarter", "Q12013", "2013-01-01T00:00:00.000Z"],
    ["year", "1960/61", "1960-01-01T00:00:00.000Z"],
    ["year", "1999-00", "1999-01-01T00:00:00.000Z"],
    ["year", "1960–1961", "1960-01-01T00:00:00.000Z"],
    ["year", "FY2020", "2020-01-01T00:00:00.000Z"],
    ["year", "FY20/21", "2020-01-01T00:00:00.000Z"],
    ["year", "1960/62", null],
    ["isoWeek", "2020-W53", "2020-12-28T00:00:00.000Z"],
    ["isoWeek", "2021W01", "2021-01-04T00:00:00.000Z"],
    ["isoWeek", "2015-W01-3", "2014-12-31T00:00:00.000Z"],
    ["isoWeek", "2021-W54", null],
    ["decimalYear", "2024.5", "2024-07-02T00:00:00.000Z"],
    ["decimalYear", "2023", "2023-01-01T00:00:00.000Z"],
    ["unixMixed", "1700000000", "2023-11-14T22:13:20.000Z"],
    ["unixMixed", "1700000000123", "2023-11-14T22:13:20.123Z"],
    ["unixMixed", "1.70E+12", "2023-11-14T22:13:20.000Z"],
    ["unixMixed", "1700000000000000000", "2023-11-14T22:13:20.000Z"],
    ["unixMixed", "42", null],
    ["timeOfDay", "18.00.00", "1970-01-01T18:00:00.000Z"],
    ["timeOfDay", "12:05 am", "1970-01-01T00:05:00.000Z"],
    ["timeOfDay", "18.5", null],
    ["monthOfYear", "3", "1970-03-01T00:00:00.000Z"],
    ["monthOfYear", "Sept", "1970-09-01T00:00:00.000Z"],
    ["dayOfMonth", "32", null],
    ["hourOfDay", "23", "1970-01-01T23:00:00.000Z"],
    ["quarterOfYear", "Q3", "1970-07-01T00:00:00.000Z"],
  ])("%s: %j", (order, cell, expected) => {
    expect(time(order, cell)).toBe(expected);
  });

  it("reads every day of three centuries as the platform writes it", () => {
    const day = fc.date({ min: new Date("1800-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString();
        const [year, month, dayOfMonth] = iso.slice(0, 10).split("-");
        expect(time("iso", iso)).toBe(iso);
        expect(time("dayMonthYear", `${dayOfMonth}/${month}/${year}`)).toBe(
          `${iso.slice(0, 10)}T00:00:00.000Z`,
        );
      }),
    );
  });
});

describe("detectDateOrder", () => {
  it.each<[string, readonly string[], DateOrder | null, boolean]>([
    ["ISO", ["1981-01-01", "1981-01-02"], "iso", false],
    ["months", ["1949-01", "1949-02"], "yearMonth", false],
    ["day first, as a 13 tells", ["01/02/2020", "13/02/2020"], "dayMonthYear", false],
    ["month first, as a 13 tells", ["01/02/2020", "02/13/2020"], "monthDayYear", false],
    [
      "day first, as their order tells",
      ["01/02/2020", "02/02/2020", "03/02/2020", "01/03/2020"],
      "dayMonthYear",
      false,
    ],
    ["month first, as their order tells", ["01/02/2020", "01/03/2020", "02/01/2020"], "monthDayYear", false],
    [
      "day first, as their order tells from the newest on",
      ["02/03/2020", "01/03/2020", "12/02/2020", "11/02/2020", "10/02/2020"],
      "dayMonthYear",
      false,
    ],
    [
      "month first, as their order tells from the newest on",
      ["03/02/2020", "03/01/2020", "02/12/2020", "02/11/2020", "02/10/2020"],
      "monthDayYear",
      false,
    ],
    ["either", ["01/01/2020", "02/02/2020", "03/03/2020"], "monthDayYear", true],
    ["points", ["01.01.2020", "02.02.2020"], "dayMonthYear", false],
    ["one mistake in twenty", [...Array.from({ length: 19 }, () => "1981-01-02"), "soon"], "iso", false],
    ["months as a spreadsheet writes them", ["Jan-49", "Feb-49"], "monthYear", false],
    ["quarters", ["2013 Q1", "2013 Q2"], "quarter", false],
    ["weeks", ["2013-W01", "2013-W02"], "isoWeek", false],
    ["half years, as Spanish statistics write them", ["S1 2013", "S2 2013", "S1 2014"], "halfYear", false],
    ["weeks, as France writes them", ["S1 2013", "S2 2013", "S3 2013"], "isoWeek", false],
    ["fractions that come and go", ["2024-01-01 00:00:00", "2024-01-01 00:00:00.5"], "iso", false],
    ["times of day", ["00:00", "01:00", "13:30"], "timeOfDay", false],
    ["German months", ["Jän 49", "Mär 49", "Mai 49", "Okt 49"], "monthYear", false],
    ["words with numbers behind them", ["Set 01", "Set 02", "Set 03"], null, false],
    ["words", ["one", "two"], null, false],
    ["no cells", [], null, false],
  ])("%s", (_, cells, order, ambiguous) => {
    expect(detectDateOrder(cells)).toEqual(order && { order, ambiguous });
  });
});

it.each([
  [
    ["Jän 49", "Feb 49", "Mär 49"],
    ["1949-01-01", "1949-02-01", "1949-03-01"],
  ],
  [
    ["Jänner 2020", "Februar 2020", "März 2020"],
    ["2020-01-01", "2020-02-01", "2020-03-01"],
  ],
  [
    ["Mär 2020", "Apr 2020", "Mai 2020"],
    ["2020-03-01", "2020-04-01", "2020-05-01"],
  ],
  [
    ["Okt 24", "Nov 24", "Dez 24"],
    ["2024-10-01", "2024-11-01", "2024-12-01"],
  ],
  [
    ["oct-20", "nov-20", "déc-20"],
    ["2020-10-01", "2020-11-01", "2020-12-01"],
  ],
  [
    ["janv. 2021", "févr. 2021", "mars 2021"],
    ["2021-01-01", "2021-02-01", "2021-03-01"],
  ],
  [
    ["juin 2021", "juil. 2021", "août 2021"],
    ["2021-06-01", "2021-07-01", "2021-08-01"],
  ],
  [
    ["ene 2021", "feb 2021", "mar 2021"],
    ["2021-01-01", "2021-02-01", "2021-03-01"],
  ],
  [
    ["ago-21", "sept-21", "dic-21"],
    ["2021-08-01", "2021-09-01", "2021-12-01"],
  ],
  [
    ["gen 2021", "mag 2021", "giu 2021", "lug 2021"],
    ["2021-01-01", "2021-05-01", "2021-06-01", "2021-07-01"],
  ],
  [
    ["set 2021", "out 2021", "dez 2021"],
    ["2021-09-01", "2021-10-01", "2021-12-01"],
  ],
  [
    ["mrt 2021", "mei 2021", "okt 2021"],
    ["2021-03-01", "2021-05-01", "2021-10-01"],
  ],
])("months are those that their names say: %s", (cells, days) => {
  const order = detectDateOrder(cells)?.order;
  expect(order).toBe("monthYear");
  const parse = dateParser("monthYear");
  expect(cells.map((cell) => new Date(parse(cell)).toISOString().slice(0, 10))).toEqual(days);
});

it.each([
  ["episodes", ["S1-05", "S1-06", "S2-01", "S2-02"]],
  ["shelves", ["R1.05", "R2.11", "H3.12", "H12.01"]],
])("%s are no months of a Japanese era", (_, cells) => {
  expect(detectDateOrder(cells)).toBeNull();
});
