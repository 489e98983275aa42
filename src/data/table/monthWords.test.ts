import { describe, expect, it } from "vitest";
import { describedOf, questionsOf } from "./testing";

const lines = (count: number, row: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join("\n");
const wave = (i: number) => (100 + 20 * Math.sin(i / 1.9) + ((i * 7) % 5)).toFixed(1);

describe("dates in languages of other scripts", () => {
  it.each(["ปี", "ปี พ.ศ.", "年度", "年份", "연도", "السنة", "वर्ष", "Год", "Yıl", "tahun"])(
    "a column that is called %s has years, and counts nothing",
    async (name) => {
      const described = await describedOf(`${name},x\n${lines(40, (i) => `${1980 + i},${wave(i)}`)}\n`);
      expect(described.preview.columns[0].type).toEqual({ kind: "date", order: "year" });
      expect(questionsOf(described)[0]).toMatchObject({ time: [0], targets: [1] });
    },
  );

  it.each([
    ["Год;Месяц", "Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь", 2015],
    [
      "ปี;เดือน",
      "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
      2558,
    ],
  ])("%s are the time together", async (names, words, first) => {
    const months = words.split(" ");
    const text = `${names};x\n${lines(60, (i) => `${first + Math.floor(i / 12)};${months[i % 12]};${wave(i)}`)}\n`;
    const described = await describedOf(text);
    expect(questionsOf(described)[0]).toMatchObject({ kind: "forecast", id: null, time: [0, 1] });
  });

  it("months across are times", async () => {
    const months = "Ocak,Şubat,Mart,Nisan,Mayıs,Haziran,Temmuz,Ağustos,Eylül,Ekim,Kasım,Aralık";
    const row = (y: number) =>
      `${2000 + y},${Array.from({ length: 12 }, (_, m) => wave(12 * y + m)).join(",")}`;
    const { table } = await describedOf(`Yıl,${months}\n${lines(8, row)}\n`);
    expect([table.rowCount, table.columns[0].at(13)]).toEqual([96, "2001-02"]);
  });
});
