import { expect, it } from "vitest";
import { decoderOf } from "./decoderOf";
import { detectEncoding } from "./detectEncoding";
import { dosEncodings, encodings, isEncoding } from "./encodings";

const binary = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const units = Array.from(text, (c) => c.charCodeAt(0));
  return Uint8Array.from(units.flatMap((u) => (bigEndian ? [u >> 8, u & 255] : [u & 255, u >> 8])));
}

it.each<[string, Uint8Array, string]>([
  ["plain", utf8("a,b\n1,2\n"), "utf-8"],
  ["UTF-8", utf8("Straße,日本,п\n"), "utf-8"],
  ["UTF-8 with a mark", utf8("\uFEFFa,b\n"), "utf-8"],
  ["UTF-8, cut within a character", utf8("a,日").slice(0, -1), "utf-8"],
  ["UTF-8 with a single wrong byte", new Uint8Array([...utf8("日本語,気温\n東京,1\n"), 0xe9, 0x0a]), "utf-8"],
  ["UTF-16 with a mark", utf16("\uFEFF日本", false), "utf-16le"],
  ["UTF-16, big-endian, with a mark", utf16("\uFEFF日本", true), "utf-16be"],
  ["UTF-16 without a mark", utf16("date,temp\n1,2\n", false), "utf-16le"],
  ["UTF-16, big-endian, without a mark", utf16("date,temp\n1,2\n", true), "utf-16be"],
  ["Western", binary("name,city\nJos\xe9,M\xfcnchen\nAnna,Z\xfcrich\n"), "windows-1252"],
  ["Western, one letter", binary("a,b\n1,caf\xe9\n"), "windows-1252"],
  ["Western, signs alone", binary("temp \xb0C,\xb5g/m\xb3\n1,2\n"), "windows-1252"],
  ["Western, a currency", binary("prix \x80\n5\n"), "windows-1252"],
  ["Western, a word", binary("Datum;Gr\xf6\xdfe\n1;2\n"), "windows-1252"],
  ["Western, accents", binary("na\xefve,r\xe9sum\xe9\n1,2\n"), "windows-1252"],
  ["Western, marks of printers", binary("\x93day\x94,it\x92s \x96\n1,2\n"), "windows-1252"],
  ["a NUL among letters of ASCII", binary("a,b\n1,\x002\n"), "utf-8"],
  ["a NUL in a text of ASCII", binary("the wind\0 came in and went\nout again.\n"), "utf-8"],
  ["Chinese", binary("\xc8\xd5\xc6\xda,\xce\xc2\xb6\xc8\n1,2\n"), "gb18030"],
  ["Korean", binary("\xb3\xaf\xc2\xa5,\xb1\xe2\xbf\xc2\n1,2\n"), "euc-kr"],
  ["Cyrillic", binary("\xc4\xe0\xf2\xe0,\xc3\xee\xf0\xee\xe4\n1,\xcc\xee\xf1\xea\xe2\xe0\n"), "windows-1251"],
])("knows the encoding of a table: %s", async (_, bytes, encoding) => {
  expect(await detectEncoding(bytes)).toBe(encoding);
});

/** Own sentences, in bytes as other programs write them. */
const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
const samples: readonly (readonly [encoding: string, text: string, base64: string])[] = [
  [
    "shift_jis",
    "小さな庭には、春になると桜の花が咲きます。朝、窓を開けると風がそっと入ってきます。\n友だちと公園へ行って、カメラで写真をとりました。\n",
    "j6yCs4LIkuuCyYLNgUGPdILJgsiC6YLGjfeCzInUgqqN54KrgtyCt4FCkqmBQZGLgvCKSoKvgumCxpWXgqqCu4LBgsaT/ILBgsSCq4LcgreBQgqXRoK+gr+Cxoz2iYCC1o1zgsGCxIFBg0qDgYOJgsWOypBegvCCxoLogtyCtYK9gUIK",
  ],
  [
    "euc-jp",
    "小さな庭には、春になると桜の花が咲きます。朝、窓を開けると風がそっと入ってきます。\n友だちと公園へ行って、カメラで写真をとりました。\n",
    "vq6ktaTKxO2ky6TPoaK91aTLpMqk66TIuvmkzrLWpKy66aStpN6kuaGjxKuhosHrpPKzq6SxpOukyMn3pKykvaTDpMjG/qTDpMakraTepLmhowrNp6TApMGkyLj4seCk2LnUpMOkxqGipaul4aXppMe8zL+/pPKkyKTqpN6kt6S/oaMK",
  ],
  [
    "iso-2022-jp",
    "小さな庭には、春になると桜の花が咲きます。朝、窓を開けると風がそっと入ってきます。\n友だちと公園へ行って、カメラで写真をとりました。\n",
    "GyRCPi4kNSRKRG0kSyRPISI9VSRLJEokayRIOnkkTjJWJCw6aSQtJF4kOSEjRCshIkFrJHIzKyQxJGskSEl3JCwkPSRDJEhGfiRDJEYkLSReJDkhIxsoQgobJEJNJyRAJEEkSDh4MWAkWDlUJEMkRiEiJSslYSVpJEc8TD8/JHIkSCRqJF4kNyQ/ISMbKEIK",
  ],
  [
    "euc-kr",
    "봄이 오면 작은 마당에 꽃이 핍니다. 아침에 창문을 열면 바람이 들어옵니다.\n봄이 오면 작은 마당에 꽃이 핍니다. 아침에 창문을 열면 바람이 들어옵니다.\n",
    "ur3AzCC/wLjpIMDbwLoguLa057+hILLJwMwgx8y0z7TZLiC+xsSnv6Egw6K5rsC7IL+tuOkgudm298DMILXpvu6/ybTPtNkuCrq9wMwgv8C46SDA28C6ILi2tOe/oSCyycDMIMfMtM+02S4gvsbEp7+hIMOiua7AuyC/rbjpILnZtvfAzCC16b7uv8m0z7TZLgo=",
  ],
  [
    "big5",
    "春天來了，小小的院子裡開滿了花。早上打開窗戶，風輕輕地吹進來。\n今天我和朋友去公園吃便當，也帶了相機。\n",
    "rEuk0ajTpEahQaRwpHCqurB8pGy4zLZ9uqGkRqrhoUOmraRXpbS2fbWhpOGhQa23u7S7tKZhp2q2aajToUMKpLWk0afaqU2qQqTNpWikvbbpplmrS7ftoUGkXbFhpEas2773oUMK",
  ],
  [
    "gb18030",
    "春天来了，小小的院子里开满了花。早上打开窗户，风轻轻地吹进来。\n今天我和朋友去公园吃饭，也带了相机，瀛洲烟涛，朱镕基的镕。\n",
    "tLrM7MC0wcujrNCh0KG1xNS619PA77+qwvrBy7uooaPU58nPtPK/qrSwu6ejrLfnx+HH4bXYtLW9+MC0oaMKvfHM7M7Sus3F89PRyKW5q9Sws9S3uaOs0rK0+MHLz+C7+qOs5a3W3tHMzM6jrNbs6Ua7+bXE6Uahowo=",
  ],
  [
    "windows-1251",
    "Весной в маленьком саду цветут деревья. Утром я открываю окно, и ветер тихо входит.\nЕщё щука и чашка.\n",
    "wuXx7e7pIOIg7ODr5e386u7sIPHg5PMg9uLl8vPyIOTl8OXi/P8uINPy8O7sIP8g7vLq8Pvi4P4g7urt7iwg6CDi5fLl8CDy6PXuIOL17uTo8i4Kxfm4IPnz6uAg6CD34Pjq4C4K",
  ],
  [
    "koi8-r",
    "Весной в маленьком саду цветут деревья. Утром я открываю окно, и ветер тихо входит.\nЕщё щука и чашка.\n",
    "98XTzs/KINcgzcHMxc7Yy8/NINPBxNUgw9fF1NXUIMTF0sXX2NEuIPXU0s/NINEgz9TL0tnXwcAgz8vOzywgySDXxdTF0iDUycjPINfIz8TJ1C4K5d2jIN3Vy8EgySDewdvLwS4K",
  ],
  [
    "ibm866",
    "Весной в маленьком саду цветут деревья. Утром я открываю окно, и ветер тихо входит.\nЕщё щука и чашка.\n",
    "gqXhra6pIKIgrKCrpa3sqq6sIOGgpOMg5qKl4uPiIKSl4KWi7O8uIJPi4K6sIO8gruKq4OuioO4grqqtriwgqCCipeKl4CDiqOWuIKLlrqSo4i4KhenxIOnjqqAgqCDnoOiqoC4K",
  ],
  [
    "windows-1253",
    "Την άνοιξη στον μικρό κήπο ανθίζουν τα δέντρα. Το πρωί ανοίγω το παράθυρο και ο αέρας μπαίνει σιγά.\nΤην άνοιξη στον μικρό κήπο ανθίζουν τα δέντρα. Το πρωί ανοίγω το παράθυρο και ο αέρας μπαίνει σιγά.\n",
    "1OftINzt7+nu5yDz9O/tIOzp6vH8IOre8O8g4e3o3+bv9e0g9OEg5N3t9PHhLiDU7yDw8fnfIOHt79/j+SD07yDw4fHc6PXx7yDq4ekg7yDh3fHh8iDs8OHf7eXpIPPp49wuCtTn7SDc7e/p7ucg8/Tv7SDs6erx/CDq3vDvIOHt6N/m7/XtIPThIOTd7fTx4S4g1O8g8PH53yDh7e/f4/kg9O8g8OHx3Oj18e8g6uHpIO8g4d3x4fIg7PDh3+3l6SDz6ePcLgo=",
  ],
  [
    "windows-1256",
    "في الربيع تزهر الأشجار في الحديقة الصغيرة. في الصباح أفتح النافذة ويدخل الهواء.\nفي الربيع تزهر الأشجار في الحديقة الصغيرة. في الصباح أفتح النافذة ويدخل الهواء.\n",
    "3e0gx+HRyO3aIMrS5dEgx+HD1MzH0SDd7SDH4c3P7d7JIMfh1dvt0ckuIN3tIMfh1cjHzSDD3crNIMfh5Mfd0Mkg5u3PzuEgx+Hl5sfBLgrd7SDH4dHI7dogytLl0SDH4cPUzMfRIN3tIMfhzc/t3skgx+HV2+3RyS4g3e0gx+HVyMfNIMPdys0gx+Hkx93QySDm7c/O4SDH4eXmx8EuCg==",
  ],
  [
    "windows-1255",
    "בוקר טוב לכולם. היום יום יפה מאוד, והגן הקטן מלא פרחים.\nבוקר טוב לכולם. היום יום יפה מאוד, והגן הקטן מלא פרחים.\n",
    "4eX3+CDo5eEg7Ovl7O0uIOTp5e0g6eXtIOn05CDu4OXjLCDl5OLvIOT36O8g7uzgIPT45+ntLgrh5ff4IOjl4SDs6+Xs7S4g5Onl7SDp5e0g6fTkIO7g5eMsIOXk4u8g5Pfo7yDu7OAg9Pjn6e0uCg==",
  ],
  [
    "windows-874",
    "ในฤดูใบไม้ผลิ ต้นไม้ในสวนเล็กๆ ออกดอก ตอนเช้าฉันเปิดหน้าต่าง ลมพัดเข้ามาเบาๆ\nในฤดูใบไม้ผลิ ต้นไม้ในสวนเล็กๆ ออกดอก ตอนเช้าฉันเปิดหน้าต่าง ลมพัดเข้ามาเบาๆ\n",
    "47nEtNnjuuTB6bzF1CC16bnkwenjucrHueDF56HmIM3NobTNoSC1zbngqunSqdG54LvUtMu56dK16NKnIMXBvtG04KLp0sHS4LrS5grjucS02eO65MHpvMXUILXpueTB6eO5yse54MXnoeYgzc2htM2hILXNueCq6dKp0bngu9S0y7np0rXo0qcgxcG+0bTgounSwdLgutLmCg==",
  ],
  [
    "windows-1250",
    "Wiosną w małym ogrodzie kwitną drzewa. Rano otwieram okno i wiatr cicho wchodzi do pokoju. Żółć, gęś, łąka, źrebię.\nWiosną w małym ogrodzie kwitną drzewa. Rano otwieram okno i wiatr cicho wchodzi do pokoju. Żółć, gęś, łąka, źrebię.\n",
    "V2lvc265IHcgbWGzeW0gb2dyb2R6aWUga3dpdG65IGRyemV3YS4gUmFubyBvdHdpZXJhbSBva25vIGkgd2lhdHIgY2ljaG8gd2Nob2R6aSBkbyBwb2tvanUuIK/zs+YsIGfqnCwgs7lrYSwgn3JlYmnqLgpXaW9zbrkgdyBtYbN5bSBvZ3JvZHppZSBrd2l0brkgZHJ6ZXdhLiBSYW5vIG90d2llcmFtIG9rbm8gaSB3aWF0ciBjaWNobyB3Y2hvZHppIGRvIHBva29qdS4gr/Oz5iwgZ+qcLCCzuWthLCCfcmViaeouCg==",
  ],
  [
    "iso-8859-2",
    "Wiosną w małym ogrodzie kwitną drzewa. Rano otwieram okno i wiatr cicho wchodzi do pokoju. Żółć, gęś, łąka, źrebię.\nWiosną w małym ogrodzie kwitną drzewa. Rano otwieram okno i wiatr cicho wchodzi do pokoju. Żółć, gęś, łąka, źrebię.\n",
    "V2lvc26xIHcgbWGzeW0gb2dyb2R6aWUga3dpdG6xIGRyemV3YS4gUmFubyBvdHdpZXJhbSBva25vIGkgd2lhdHIgY2ljaG8gd2Nob2R6aSBkbyBwb2tvanUuIK/zs+YsIGfqtiwgs7FrYSwgvHJlYmnqLgpXaW9zbrEgdyBtYbN5bSBvZ3JvZHppZSBrd2l0brEgZHJ6ZXdhLiBSYW5vIG90d2llcmFtIG9rbm8gaSB3aWF0ciBjaWNobyB3Y2hvZHppIGRvIHBva29qdS4gr/Oz5iwgZ+q2LCCzsWthLCC8cmViaeouCg==",
  ],
];

/** A line, or the first rows of a table. */
const fewWords: typeof samples = [
  [
    "utf-16le",
    "小院里的花开了。\n风轻轻地吹，我们在树下读书，喝茶。\n",
    "D1xilsyRhHaxggBfhk4CMAoAzph7j3uPMFc5VAz/EWLsTihXEWgLTvuLZk4M/51VNoMCMAoA",
  ],
  [
    "utf-16be",
    "小院里的花开了。\n风轻轻地吹，我们在树下读书，喝茶。\n",
    "XA+WYpHMdoSCsV8AToYwAgAKmM6Pe497VzBUOf8MYhFO7FcoaBFOC4v7Tmb/DFWdgzYwAgAK",
  ],
  ["utf-16le", "庭の花が咲きました。\n", "rV5uMLGCTDCyVE0wfjBXMF8wAjAKAA=="],
  [
    "utf-16le",
    "Весной сад цветёт, и ветер тихо входит в окно.\n",
    "EgQ1BEEEPQQ+BDkEIABBBDAENAQgAEYEMgQ1BEIEUQRCBCwAIAA4BCAAMgQ1BEIENQRABCAAQgQ4BEUEPgQgADIERQQ+BDQEOARCBCAAMgQgAD4EOgQ9BD4ELgAKAA==",
  ],
  ["utf-16be", "Datum,Menge\n1,Größe\n", "AEQAYQB0AHUAbQAsAE0AZQBuAGcAZQAKADEALABHAHIA9gDfAGUACg=="],
  [
    "windows-1256",
    "في الصباح أفتح النافذة ويدخل الهواء.\n",
    "3e0gx+HVyMfNIMPdys0gx+Hkx93QySDm7c/O4SDH4eXmx8EuCg==",
  ],
  [
    "iso-8859-6",
    "في الصباح أفتح النافذة ويدخل الهواء.\n",
    "4eogx+TVyMfNIMPhys0gx+Tmx+HQySDo6s/O5CDH5Ofox8EuCg==",
  ],
  ["windows-1253", "Το πρωί ανοίγω το παράθυρο.\n", "1O8g8PH53yDh7e/f4/kg9O8g8OHx3Oj18e8uCg=="],
  [
    "iso-8859-5",
    "Утром я открываю окно, и ветер тихо входит.\n",
    "w+Lg3twg7yDe4trg69LQ7iDe2t3eLCDYINLV4tXgIOLY5d4g0uXe1NjiLgo=",
  ],
  [
    "koi8-u",
    "Вранці я відчиняю вікно, і вітер тихо входить до кімнати. Ще їжак і ґава.\n",
    "99LBzsOmINEg16bE3snO0cAg16bLzs8sIKYg16bUxdIg1MnIzyDXyM/EydTYIMTPIMumzc7B1MkuIP3FIKfWwcsgpiCtwdfBLgo=",
  ],
  [
    "windows-1250",
    "Ráno otevřu okno a vítr tiše vejde dovnitř. Žluté růže, šeřík, ťuhýk.\n",
    "UuFubyBvdGV2+HUgb2tubyBhIHbtdHIgdGmaZSB2ZWpkZSBkb3ZuaXT4LiCObHV06SBy+Z5lLCCaZfjtaywgnXVo/WsuCg==",
  ],
  [
    "iso-8859-2",
    "Ráno otevřu okno a vítr tiše vejde dovnitř. Žluté růže, šeřík, ťuhýk.\n",
    "UuFubyBvdGV2+HUgb2tubyBhIHbtdHIgdGm5ZSB2ZWpkZSBkb3ZuaXT4LiCubHV06SBy+b5lLCC5Zfjtaywgu3Vo/WsuCg==",
  ],
  [
    "windows-1254",
    "Sabah pencereyi açıyorum, rüzgâr içeri giriyor. Şehir, ağaç, kuş.\n",
    "U2FiYWggcGVuY2VyZXlpIGHn/XlvcnVtLCBy/Hpn4nIgaedlcmkgZ2lyaXlvci4g3mVoaXIsIGHwYecsIGt1/i4K",
  ],
  ["windows-874", "ตอนเช้าฉันเปิดหน้าต่าง\n", "tc254Krp0qnRueC71LTLuenStejSpwo="],
  ["big5", "早上打開窗戶，風輕輕地吹進來。\n", "pq2kV6W0tn21oaThoUGtt7u0u7SmYadqtmmo06FDCg=="],
  ["shift_jis", "朝、窓を開けると風が入ってきます。\n", "kqmBQZGLgvCKSoKvgumCxpWXgqqT/ILBgsSCq4LcgreBQgo="],
  [
    "macintosh",
    "Morgens öffne ich das Fenster, und für einen Augenblick hört man Vögel; süße Äpfel, große Bäume.\n",
    "TW9yZ2VucyCaZmZuZSBpY2ggZGFzIEZlbnN0ZXIsIHVuZCBmn3IgZWluZW4gQXVnZW5ibGljayBomnJ0IG1hbiBWmmdlbDsgc5+nZSCAcGZlbCwgZ3Jvp2UgQop1bWUuCg==",
  ],
  ["windows-1250", "Miasto,Cena\nŁódź,1\nKraków,2\n", "TWlhc3RvLENlbmEKo/NknywxCktyYWvzdywyCg=="],
  ["windows-1254", "Şehir,Sıcaklık\nİstanbul,1\n", "3mVoaXIsU/1jYWts/WsK3XN0YW5idWwsMQo="],
  ["windows-1255", "תאריך,מחיר\n1,2\n", "+uD46eos7ufp+AoxLDIK"],
  ["windows-1256", "التاريخ,السعر\n1,2\n", "x+HKx9HtzizH4dPa0QoxLDIK"],
  ["windows-874", "วันที่,ราคา\n1,2\n", "x9G5t9XoLMPSpNIKMSwyCg=="],
  ["big5", "日期,溫度\n1,2\n", "pOm0wSy3xavXCjEsMgo="],
  ["shift_jis", "日付,気温\n東京,1\n", "k/qVdCyLQ4m3CpOMi54sMQo="],
  ["euc-jp", "日付,気温\n東京,1\n", "xvzJ1Sy1pLK5CsXstf4sMQo="],
  ["windows-1253", "Ημερομηνία,Τιμή\n1,2\n", "x+zl8e/s5+3f4SzU6ezeCjEsMgo="],
];

/** Names of columns, whose letters are those of one language under one encoding alone. */
const namesOfColumns: typeof samples = [
  ["iso-8859-2", "Datum;Výroba elektřiny\n1;2\n", "RGF0dW07Vv1yb2JhIGVsZWt0+GlueQoxOzIK"],
  ["windows-1250", "Odber;Účet;Množstvo\n", "T2RiZXI72uhldDtNbm+ec3R2bwo="],
  ["iso-8859-2", "Odber;Účet;Množstvo\n", "T2RiZXI72uhldDtNbm++c3R2bwo="],
  ["windows-1250", "Rok;Ilość;Wartość netto\n", "Um9rO0lsb5zmO1dhcnRvnOYgbmV0dG8K"],
  ["iso-8859-2", "Rok;Ilość;Wartość netto\n", "Um9rO0lsb7bmO1dhcnRvtuYgbmV0dG8K"],
  ["windows-1250", "Zamówienie;Średnia;Wysokość\n", "WmFt83dpZW5pZTuMcmVkbmlhO1d5c29rb5zmCg=="],
  ["iso-8859-2", "Zamówienie;Średnia;Wysokość\n", "WmFt83dpZW5pZTumcmVkbmlhO1d5c29rb7bmCg=="],
  ["windows-1250", "Županija;Količina\n", "jnVwYW5pamE7S29saehpbmEK"],
  ["iso-8859-2", "Judeţ;Staţie;Oră\n", "SnVkZf47U3Rh/mllO09y4wo="],
  ["windows-1252", "Prélèvement;Écart;Forêt\n", "UHLpbOh2ZW1lbnQ7yWNhcnQ7Rm9y6nQK"],
  ["windows-1252", "Medição;Vazão\n", "TWVkaefjbztWYXrjbwo="],
  ["windows-1252", "Staður;Vatnshæð\n", "U3Rh8HVyO1ZhdG5zaObwCg=="],
  ["windows-1252", "Cost (£m);m³/h;±1\n", "Q29zdCAoo20pO22zL2g7sTEK"],
];

it.each(namesOfColumns)("knows the letters of a language, %s: %s", async (encoding, _, base64) => {
  expect(await detectEncoding(bytesOf(base64))).toBe(encoding);
});

/** Of DOS, whose bytes are signs within words on Windows: as Python writes them. */
const ofDos: typeof samples = [
  ["ibm850", "Datum;Größe;Außentemperatur\n1;2;3\n", "RGF0dW07R3KU4WU7QXXhZW50ZW1wZXJhdHVyCjE7MjszCg=="],
  [
    "ibm850",
    "Artikel;Menge\nKühlschrank;3\nTürgriff;4\nSchlüssel;7\n",
    "QXJ0aWtlbDtNZW5nZQpLgWhsc2NocmFuazszClSBcmdyaWZmOzQKU2NobIFzc2VsOzcK",
  ],
  [
    "ibm850",
    "Größe;Höhe;Straße\n0;0;Königsweg 0\n1;1;Königsweg 1\n2;2;Königsweg 2\n3;3;Königsweg 3\n",
    "R3KU4WU7SJRoZTtTdHJh4WUKMDswO0uUbmlnc3dlZyAwCjE7MTtLlG5pZ3N3ZWcgMQoyOzI7S5RuaWdzd2VnIDIKMzszO0uUbmlnc3dlZyAzCg==",
  ],
  [
    "ibm850",
    "København;Århus;Ærø\nBeløb;måned;værdi\nÅbenrå;Nørresundby;Tønder\nØlstykke;År\n",
    "S5tiZW5oYXZuO49yaHVzO5JymwpCZWybYjtthm5lZDt2kXJkaQqPYmVucoY7TptycmVzdW5kYnk7VJtuZGVyCp1sc3R5a2tlO49yCg==",
  ],
  [
    "ibm852",
    "Data;Wartość\nŁódź;1\nKraków;2\nPoznań;3\nGdańsk;4\nWrocław;5\n",
    "RGF0YTtXYXJ0b5iGCp2iZKs7MQpLcmFronc7MgpQb3puYeQ7MwpHZGHkc2s7NApXcm9jiGF3OzUK",
  ],
  [
    "ibm852",
    "Dátum;Érték\nGyőr;1\nSzékesfehérvár;2\nhőmérséklet;3\nmennyiség;4\n",
    "RKB0dW07kHJ0gmsKR3mLcjsxClN6gmtlc2ZlaIJydqByOzIKaIttgnJzgmtsZXQ7MwptZW5ueWlzgmc7NAo=",
  ],
];

it.each(ofDos)("knows %s of DOS: %s", async (encoding, text, base64) => {
  const bytes = bytesOf(base64);
  expect(await detectEncoding(bytes)).toBe(encoding);
  expect(decoderOf(encoding).decode(bytes)).toBe(text);
});

it("reads every byte of DOS as one character, wherever a file is cut", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const ends = { ibm437: "≈°∙·√ⁿ²■\u00a0", ibm850: "¸°¨·¹³²■\u00a0", ibm852: "¸°¨˙űŘř■\u00a0" };
  for (const encoding of dosEncodings) {
    const decoder = decoderOf(encoding);
    const text =
      decoder.decode(bytes.subarray(0, 200), { stream: true }) + decoder.decode(bytes.subarray(200));
    expect(text).toHaveLength(256);
    expect(new Set(text).size).toBe(256);
    expect(text.slice(0, 128)).toBe(String.fromCharCode(...bytes.subarray(0, 128)));
    expect(text.slice(-9)).toBe(ends[encoding]);
  }
});

it.each([...samples, ...fewWords])("knows %s: %s", async (encoding, text, base64) => {
  const bytes = bytesOf(base64);
  expect(await detectEncoding(bytes)).toBe(encoding);
  expect(new TextDecoder(encoding).decode(bytes)).toBe(text);
});

it("is told by the names of columns above any number of rows without a letter", async () => {
  const rows = Array.from({ length: 300 }, (_, i) => `${1 + (i % 28)}/1/2023;${10 + (i % 7)}\n`).join("");
  const names: readonly (readonly [string, string])[] = [
    ["windows-1253", "x+zl8e/s5+3f4TvU6ezeCg=="],
    ["windows-1251", "xODy4DvW5e3gCg=="],
    ["gb18030", "yNXG2jvOwrbICg=="],
  ];
  for (const [encoding, base64] of names) {
    const bytes = new Uint8Array([...bytesOf(base64), ...utf8(rows)]);
    expect(await detectEncoding(bytes)).toBe(encoding);
  }
});

it("offers what the platform decodes, each under its own label", () => {
  // Node has no table for this one, which browsers have.
  const labels = encodings.filter((label) => label !== "iso-8859-16");
  for (const label of labels) expect(new TextDecoder(label).encoding).toBe(label);
  expect(isEncoding("utf-7")).toBe(false);
});
