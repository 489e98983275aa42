import type { table as English } from "../en/table";
import { bytes, count, counted, decimal, list, quoted, spaced, spacedBefore } from "./phrases";

const row = (number: number): string => `第\u00a0${count(number)}\u00a0行`;
/** “日期”和“时间”。 */
function columnList(names: readonly string[], more = 0): string {
  const shown = names.map(quoted);
  if (more > 0) return `${shown.join("")}等 ${counted(names.length + more, "列")}`;
  return names.length < 2 ? shown.join("") : `${shown.slice(0, -1).join("")}和${shown[names.length - 1]}`;
}

const tenths = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 1 });

const examplesOf = { sequence: "个序列", row: "行" };
const nouns = { sequence: "序列", row: "行" };

const duplicates = {
  keep: "按原有顺序全部保留。",
  first: "每个时间只保留第一行。",
  last: "每个时间只保留最后一行。",
  mean: "每个时间合并为一行，数值取平均。",
};

const missing = {
  drop: "含缺失值的行不使用。",
  carry: "缺失值沿用前一个值。",
  interpolate: "数值按线性插值填补，类别沿用前一个值。",
};

const invalid = { missing: "按缺失值处理。", dropRow: "所在的行不使用。" };

const delimiters = { ",": "逗号", ";": "分号", "\t": "制表符", "|": "竖线", " ": "空格" };

const otherTables = {
  workbook: "个工作表",
  delimited: "个表格",
  json: "个列表",
  arff: "个列表",
  ts: "个列表",
};

const fileForms = { json: "JSON", arff: "ARFF", ts: "UEA 时间序列" };

const calendar = {
  hourOfDay: "一天中的小时",
  dayOfWeek: "星期几",
  dayOfYear: "一年中的第几天",
  month: "月份",
};

/** 一步中的数值如何合并。 */
const taken = { mean: "平均值", sum: "总和", last: "最后一个值" };

const measured = (value: number): string => (Number.isInteger(value) ? count(value) : decimal(value));

const forms = {
  value: "原值",
  change: "变化量",
  seasonalChange: "季节变化量",
  logarithm: "对数值",
  relativeChange: "相对变化",
  seasonalRelativeChange: "相对季节变化",
};

const undone = {
  value: "",
  change: "预测值等于末值加上变化量。",
  seasonalChange: "预测值等于一个季节之前的值加上变化量。",
  logarithm: "预测值由对数还原。",
  relativeChange: "预测值等于末值乘以相对变化。",
  seasonalRelativeChange: "预测值等于一个季节之前的值乘以相对变化。",
};

const formReasons = {
  steady: "：序列在训练集中保持水平（KPSS 检验）。",
  moves: "：序列不保持水平（KPSS 检验），而在训练集的最后五分之一上，不用网络时这种形式的误差最小。",
  mixed: "。",
  best: "：在训练集的最后五分之一上，不用网络时变化量的误差并不更小。",
  few: "：行数太少，无法判断序列是否保持水平。",
};

const formReasonsOfSeveral = {
  steady: "：多数序列在训练集中保持水平（KPSS 检验）。",
  mixed:
    "：各序列有的保持水平，有的不保持（KPSS 检验），合计各序列训练集的最后五分之一，不用网络时这种形式的误差最小。",
  moves:
    "：多数序列不保持水平（KPSS 检验），而在各序列训练集的最后五分之一上，不用网络时这种形式的误差最小。",
  best: "：在各序列训练集的最后五分之一上，不用网络时变化量的误差并不更小。",
  few: "：各序列的行数太少，无法判断是否保持水平。",
};

const noSeason = {
  none: (most: number) => `没有找到季节：2 至 ${count(most)} 行的季节，重复程度都不超过噪声。`,
  few: () => "行数太少，没有寻找季节。",
  repeated: () => "多行的时间相同，各行不是先后相继的，因此没有寻找季节。",
  chosen: () => "设定为没有季节。",
};

const unfit = {
  mostlyMissing: "大多缺失",
  anotherTime: "另一个时间",
  counter: "只是计数",
  calendar: "日期的一部分",
  place: "不是数量",
  perSeries: "在同一序列中不变",
  namesSeries: "只是再次标明序列",
  constant: "始终不变",
};

const reasons = { only: "只有这一列数值适合预测", name: "从列名判断", last: "这是最后一个数值列" };

/** 作单位用，前面有数。 */
const units = {
  millisecond: "毫秒",
  second: "秒",
  minute: "分钟",
  hour: "小时",
  day: "天",
  week: "周",
  month: "个月",
  quarter: "个季度",
  year: "年",
  row: "行",
};

const textFiles = "请选择用逗号、分号、制表符或竖线分隔单元格的文本文件。";

export const table: typeof English = {
  names: ({ names, more }) => columnList(names, more),
  parts: ({ parts, more }) =>
    `${parts.join("、")}${more > 0 ? `等，共 ${counted(parts.length + more, "项")}` : ""}`,

  emptyFile: ({ name }) => `${quoted(name)}是空文件。请选择含有表格的文件。`,
  tooLargeFile: ({ name, megabytes, mostBytes }) =>
    `${quoted(name)}太大：${tenths.format(megabytes)}\u00a0MB，上限为 ${bytes(mostBytes)}。请只用其中一部分行或列。`,
  binaryFile: ({ name, kind, mayBeSheet }) =>
    `${quoted(name)}是${spacedBefore(kind)}，不是表格。${mayBeSheet ? "请把工作表另存为 .xlsx 或 CSV，再选择该文件。" : textFiles}`,
  nulCharacter: ({ name, character }) =>
    `${quoted(name)}不是表格：第\u00a0${count(character)}\u00a0个字符是 NUL，只会出现在二进制文件中。${textFiles}`,
  lfsPointer: ({ name }) =>
    `${quoted(name)}不是文件本身，而是 Git LFS 的指针，大文件保存在别处。请用“git lfs pull”取得文件，或从仓库的网页下载。`,
  markup: ({ name }) =>
    `${quoted(name)}是 HTML 或 XML，不是表格。请把网页中的表格复制到电子表格软件并另存为 CSV，或把该文件作为文本读取。`,
  formWithoutData: ({ name, form }) =>
    `${quoted(name)}看起来是${spacedBefore(fileForms[form])}，但开头附近没有“@data”行及其下方的数据。请取得完整的文件，或作为文本读取。`,
  arffRelational: ({ name }) =>
    `${quoted(name)}是含关系属性的 ARFF：一个单元格里有多个序列。请改用同一数据的 .ts 文件，或每步一行的 CSV。`,
  workbookDamaged: ({ name }) =>
    `${quoted(name)}无法作为 Excel 工作簿打开：文件已损坏或不完整。请重新下载或复制；如果 Excel 能打开，请另存为 .xlsx 或 CSV 后再打开。`,
  tsTimestamps: ({ name }) =>
    `${quoted(name)}中每个值都带有时间，如“(0,1.5)”，这里无法读取。请另存为每步一行的 CSV。`,
  jsonWithoutRecords: ({ name }) =>
    `${quoted(name)}是 JSON，但其中没有表格。对象数组、每行一个对象、或由各列组成的对象才是表格。请改成其中一种，或把该文件作为文本读取。`,
  jsonTooLarge: ({ name, most }) =>
    `${quoted(name)}是一个超过 ${counted(most, "个字符")}的 JSON 对象，只能整体读取。请另存为每行一个对象。`,
  brokenJson: ({ name }) => `${quoted(name)}不是有效的 JSON，可能不完整。请取得完整的文件，或作为文本读取。`,
  brokenRecord: ({ name, record }) =>
    `${quoted(name)}不是有效的 JSON：第\u00a0${count(record)}\u00a0条记录无法读取。请改正，或取得完整的文件。`,
  notWorkbook: ({ name }) =>
    `${quoted(name)}是压缩包，但不是含有工作表的 Excel 工作簿（.xlsx）。请把工作表另存为 .xlsx 或 CSV，再选择该文件。`,
  sheetDamaged: ({ name, sheet }) =>
    `${quoted(name)}的工作表${quoted(sheet)}已损坏，没能读完。请重新保存，或另存为 CSV。`,
  notReadToEnd: ({ name, reason }) => `${quoted(name)}没能读完（${reason}）。请重新选择。`,
  unknownEncoding: ({ encoding }) => `不支持编码${quoted(encoding)}。请选择其他编码，例如 UTF-8。`,
  tooManyColumns: ({ name, columns, most }) =>
    `${quoted(name)}有 ${counted(columns, "列")}，上限为 ${counted(most, "列")}。请减少列数，或更换分隔符。`,
  endlessRow: ({ name, row: number, most }) =>
    `${quoted(name)}不是表格：${row(number)}超过 ${counted(most, "个字符")}仍未结束。请选择每行数据各占一行的文件。`,
  notOpen: "表格已关闭。请重新选择文件。",
  notRead: ({ reason }) => `无法读取表格：${reason}。请只用其中一部分，或重新选择文件。`,
  onlyHeader: ({ name, columns }) =>
    `${quoted(name)}只有表头（${counted(columns, "列")}），没有数据行。请选择有数据的文件，或把第一行当作数据。`,
  noRows: ({ name }) => `${quoted(name)}没有任何行。请选择含有表格的文件。`,
  readFrom: ({
    name,
    rows,
    columns,
    form,
    sheet,
    encoding,
    delimiter,
    namesRow,
    decimalComma,
    joinedLines,
  }) => {
    const names = namesRow === null ? "没有列名" : `列名在${row(namesRow)}`;
    const written =
      form === "delimited"
        ? [encoding, `以${delimiters[delimiter]}分隔`, ...(sheet ? [`表格${quoted(sheet)}`] : []), names]
        : form === "workbook"
          ? [`工作表${quoted(sheet ?? "")}`, names]
          : [encoding, fileForms[form], ...(sheet === null ? [] : [`列表${quoted(sheet)}`])];
    const parts = [
      ...written,
      ...(decimalComma ? ["以逗号作小数点"] : []),
      ...(joinedLines > 0 ? [`引号内有 ${counted(joinedLines, "行")}续行`] : []),
    ];
    return `从${quoted(name)}读取了 ${counted(rows, "行")}、${counted(columns, "列")}（${parts.join("，")}）。`;
  },
  otherSheets: ({ form, count: others, names }) =>
    `文件中另有 ${counted(others, otherTables[form])}未读取（${names}）。`,

  rowsOutside: ({ hasNames, from, to, leftOut }) => {
    const rows = from === to ? row(to) : `第\u00a0${count(from)}\u00a0至\u00a0${count(to)}\u00a0行`;
    const begins = hasNames ? `列名在${rows}。` : `表格从${row(to)}开始。`;
    return leftOut.length > 0 ? `${begins}未使用：${leftOut.join("，")}。` : begins;
  },
  rowsAbove: ({ rows, text }) => `上方 ${counted(rows, "行")}${text === "" ? "" : `（${quoted(text)}）`}`,
  rowsBelow: ({ rows, text }) => `下方 ${counted(rows, "行")}${text === "" ? "" : `（${quoted(text)}）`}`,
  filledDown: ({ column, count: cells, row: number }) =>
    `${quoted(column)}列有 ${counted(cells, "个空单元格")}按合并单元格取上方的值；第一个在${row(number)}。`,
  sumsBetween: ({ rows, text }) => `中间的合计 ${counted(rows, "行")}（${quoted(text)}）`,
  namesAgain: ({ rows }) => `中间重复列名的 ${counted(rows, "行")}`,
  fewNames: ({ row: number, names, cells, example, decimalsJoined, canBeJoined, isNamed }) => {
    const are = `${row(number)}有 ${counted(names, "个列名")}，而每行有 ${counted(cells, "个单元格")}。`;
    if (isNamed) return `${are}第一列按各行的名称读取，列名依次属于其余各列。`;
    if (example === null) return `${are}最后几列没有列名。如果缺的是别处的列名，请在文件中补上。`;
    if (decimalsJoined) return `${are}${quoted(example)}按一个带小数逗号的数读取。`;
    const way = canBeJoined ? "" : "如果是，请把文件另存为以分号分隔的格式。";
    return `${are}${quoted(example)}是一个数吗？现在按两个单元格读取。${way}`;
  },
  raggedRows: ({ count: rows, columns, row: number, cells, how }) => {
    const unquoted = cells > columns ? "单元格内可能含有分隔符。" : "";
    const done = how === "drop" ? "这些行不使用。" : "缺少的单元格留空，多出的舍去。";
    return `有 ${counted(rows, "行")}的单元格数不等于列数 ${count(columns)}；第一处在${row(number)}，有 ${counted(cells, "个单元格")}。${unquoted}${done}`;
  },
  raggedOut: ({ count: rows }) => `单元格过少或过多的 ${counted(rows, "行")}不使用。`,
  otherFields: ({ names, count: rows, row: number }) =>
    `未读取：文件开头的记录中没有的字段（${names}）。含有这些字段的共 ${counted(rows, "行")}，第一处在${row(number)}。如需作为列读取，请把含有全部字段的记录放在最前面。`,
  duplicateHeader: ({ name, row: number }) =>
    `${row(number)}中有多个列名为${quoted(name)}的列。后面的依次改称${quoted(`${name} (2)`)}等。`,
  joinedLines: ({ lines, row: number }) =>
    `有 ${counted(lines, "行")}因引号内的内容跨行而并入上一行；${row(number)}是第一个这样的单元格中还含有分隔符的行。如果引号在这里只是普通字符，就会丢失数据行。`,
  unclosedQuotes: ({ count: quotes, row: number, givenUpAt }) => {
    const givenUp = givenUpAt === null ? "" : `未闭合的引号太多，从${row(givenUpAt)}起引号按普通字符读取。`;
    return `有 ${counted(quotes, "个引号")}没有闭合；第一个始于${row(number)}。这样的行到行尾为止。${givenUp}`;
  },
  strayQuotes: ({ count: rows, row: number }) =>
    `有 ${counted(rows, "行")}在右引号之后还有文字；第一处在${row(number)}。引号按单元格内容读取。`,
  quotesAsCharacters: ({ row: number }) =>
    `从${row(number)}起，引号按普通字符读取：若把引号看作单元格的边界，本来分开的行会连在一起。`,
  timesAcross: ({ from, to, isSeriesPerRow, isCertain, timesDown, leftOut }) => {
    const are = isCertain
      ? `从${quoted(from)}列到${quoted(to)}列，列名是时间。`
      : `从${quoted(from)}列到${quoted(to)}列，列名是否表示时间步？`;
    if (!timesDown) return `${are}现在按原样读取：每列是一个单独的输入，每行是一个时间步。`;
    return isSeriesPerRow
      ? `${are}每行读作一个序列，这些列各是其中一步。`
      : `${are}逐行依次读取，合成一个序列。${leftOut === null ? "" : `不读取：${leftOut}。`}`;
  },
  timesBeside: ({ columns, isCertain, timesJoined, leftOut, untimed }) => {
    const are = isCertain
      ? `${columns}这几列是不同序列各自的时间，对应各自右侧的数值。`
      : `${columns}这几列是否是不同序列各自的时间，对应各自右侧的数值？`;
    if (!timesJoined) return `${are}现在按原样读取：同一行的数值视为同一时间。`;
    const without = untimed > 0 ? `有 ${counted(untimed, "行")}的数值没有时间，不读取。` : "";
    return `${are}各序列已按时间合并：每个时间一行，某序列没有该时间的数值时留空。${leftOut === null ? "" : `不读取：${leftOut}。`}${without}`;
  },
  doubtfulNumbers: ({ cell, columns, value }) =>
    `${columns}列中的${quoted(cell)}读作 ${measured(value)}。表中没有依据可以判断，其中的${cell.includes(",") ? "逗号" : "点"}是小数点还是千位分隔符。`,
  bothDecimals: ({ column, cell, row: number, pointed, pointedRow }) =>
    `${quoted(column)}列的小数点写法不一致：${row(number)}的${quoted(cell)}用逗号，${row(pointedRow)}的${quoted(pointed)}用点。该列未按数值读取。请在文件中统一写法。`,
  listsInCells: ({ column, cell, row: number }) =>
    `${quoted(column)}列的每个单元格都是一串数值，例如${row(number)}的${quoted(cell)}。这种写法无法读取。请让每个数值单独占一列，或单独占一行并加上编号列。`,
  undecodable: ({ count: cells, encoding, row: number, column }) =>
    `有 ${counted(cells, "个单元格")}含有不符合${spaced(encoding)}编码的字节；第一个在${row(number)}的${quoted(column)}列。文件用的是其他编码，或混用了多种编码。这些字符读作“\uFFFD”。`,

  sentinel: ({ cell, count: times, columns, row: number }) =>
    `${quoted(cell)}在${columns}中出现 ${counted(times, "次")}，与其他值相差很远；第一次在${row(number)}。它是否表示缺失？现在按数值读取。`,
  invalidCells: ({ column, count: cells, expected, everyCell, cell, row: number, how }) => {
    const noun = expected === "number" ? "数值" : "日期";
    const what = everyCell ? `没有一个单元格是${noun}` : `有 ${counted(cells, "个单元格")}不是${noun}`;
    return `${quoted(column)}列${what}；第一个是${row(number)}的${quoted(cell)}。${invalid[how]}`;
  },
  invalidColumns: ({ columns, count: cells, column, cell, row: number, how }) =>
    `${columns}各列共有 ${counted(cells, "个单元格")}不能像其余单元格那样读作数值或日期；第一个是${quoted(column)}列${row(number)}的${quoted(cell)}。${invalid[how]}`,
  infiniteCells: ({ column, count: cells, cell, row: number, how }) =>
    `${quoted(column)}列有 ${counted(cells, "个单元格")}为无穷大或过大；第一个是${row(number)}的${quoted(cell)}。${invalid[how]}`,
  ambiguousDates: ({ column, example, row: number }) =>
    `${quoted(column)}列中${quoted(example)}（${row(number)}）这样的日期，可能是日在前，也可能是月在前。现在按月在前读取。`,
  missingValues: ({ column, count: values, row: number, how }) =>
    `${quoted(column)}列有 ${counted(values, "个缺失值")}；第一个在${row(number)}。${missing[how]}`,
  missingIn: ({ counts, how }) => `缺失值：${counts}。${missing[how]}`,
  countIn: ({ count: values, column }) => `${quoted(column)} ${counted(values, "个")}`,
  rowsWithMissingOut: ({ count: rows }) => `含错误或缺失单元格的 ${counted(rows, "行")}不使用。`,
  era: ({ column, era, cell, date }) => {
    const eras = { buddhist: "佛历", solarHijri: "伊朗历", japanese: "日本年号", minguo: "民国纪年" };
    return `${quoted(column)}列的日期按${eras[era]}读取：${quoted(cell)}即${spacedBefore(date)}。`;
  },
  signs: ({ columns }) => `读取数值时去掉前后的符号：${columns}。`,
  signsIn: ({ column, rules }) => `${quoted(column)}列中${rules.join("，")}`,
  durationsRead: "时长换算为秒，“1:30”即 90",
  degreesRead: "角度换算为度，“52°30′S”即 −52.5",
  boundRead: ({ sign }) => `${quoted(`${sign}1`)}读作 1`,
  multiplierRead: ({ sign, factor }) => {
    const factors = {
      thousand: 1e3,
      tenThousand: 1e4,
      hundredThousand: 1e5,
      million: 1e6,
      tenMillion: 1e7,
      hundredMillion: 1e8,
      billion: 1e9,
      trillion: 1e12,
    };
    return `${quoted(`1${sign}`)}即 ${count(factors[factor])}`;
  },
  bracketsRead: "“(1)”读作 −1",
  minusBehindRead: "“1-”读作 −1",
  signIgnored: ({ sign }) => `忽略${quoted(sign)}`,

  rowsWithoutValueOut: ({ count: rows, column, row: number }) =>
    `${quoted(column)}列没有值的 ${counted(rows, "行")}不使用；第一处在${row(number)}。`,
  rowsWithWrongCellOut: ({ count: rows, column, row: number }) =>
    `${quoted(column)}列单元格有误的 ${counted(rows, "行")}不使用；第一处在${row(number)}。`,
  rowsOfValues: ({ column, count: values, values: listed, kept, of }) =>
    `只读取${quoted(column)}列的值${values === 1 ? "为" : "属于"}${listed}的行：共 ${count(of)} 行，读取 ${counted(kept, "行")}。`,
  rowsOfRange: ({ column, from, to, kept, of }) => {
    const range =
      from === null ? `不超过 ${to}` : to === null ? `不低于 ${from}` : `在 ${from} 到 ${to} 之间`;
    return `只读取${quoted(column)}列的值${range}的行：共 ${count(of)} 行，读取 ${counted(kept, "行")}。`;
  },
  noRowLeft: ({ column, rows }) => `${counted(rows, "行")}中没有一行在${quoted(column)}列具有所选的值。`,
  readAllRows: "读取所有行",
  evenSteps: ({ spacing, how, rows, steps, empty }) =>
    `等间隔（${spacing}）：${counted(rows, "行")}合并为 ${counted(steps, "步")}，每步的数值取${taken[how]}，文字取最后一个。${empty === 0 ? "每一步都有对应的行。" : `有 ${counted(empty, "步")}没有对应的行，其值视为缺失。`}`,
  evenLeftOut: ({ count: rows }) => `有 ${counted(rows, "行")}没有时间或不属于任何序列，不计入任何一步。`,
  evenUnfinished: ({ count: steps, spacing }) =>
    `两端有 ${counted(steps, "步")}在文件中不足完整的一段（${spacing}），不使用：否则总和会偏小。`,
  tooManyEvenSteps: ({ steps, most }) =>
    `这样的间隔会产生 ${counted(steps, "行")}，最多只能有 ${count(most)} 行。请选择更长的间隔。`,
  asTheyAre: "保持各行原样",
  evenChoice: ({ spacing, how }) => `等间隔（${spacing}），取${taken[how]}`,
  rowsWithoutTimeOut: ({ count: rows, columns, row: number }) =>
    `${columns}中没有时间的 ${counted(rows, "行")}不使用；第一处在${row(number)}。`,
  unorderedTimes: ({ columns, count: rows, row: number }) =>
    `按${columnList(columns)}，有 ${counted(rows, "行")}早于上一行；第一处在${row(number)}。各行将按时间排序。`,
  newestFirst: ({ columns }) => `按${columnList(columns)}，最新的行排在最前。各行的顺序已反转。`,
  sortedBy: ({ columns }) => `各行按${columns}排序。`,
  duplicateTimes: ({ columns, count: rows, row: number, how, mayBeSeries }) =>
    `按${columnList(columns)}，有 ${counted(rows, "行")}与上一行时间相同；第一处在${row(number)}。${duplicates[how]}${mayBeSeries ? "如果这些行属于多个序列，请选择区分序列的列。" : ""}`,
  timesRepeated: ({ count: rows, how }) => `有 ${counted(rows, "行")}时间重复。${duplicates[how]}`,
  unevenTimes: ({ column, count: steps, row: number }) =>
    `${quoted(column)}列有 ${counted(steps, "个间隔")}明显长于或短于其他间隔；第一个止于${row(number)}。无论间隔多长，每行都算一个时间步。`,

  tooManyClasses: ({ column, classes, kept, others, noun, how, label, row: number }) => {
    const done = how === "merge" ? "合并为一类" : "不使用";
    return `${quoted(column)}列有 ${counted(classes, "个类别")}。保留最常见的 ${counted(kept, "个")}；其余类别的 ${counted(others, examplesOf[noun])}${done}，第一个是${row(number)}的${quoted(label)}。`;
  },
  noLabels: ({ column, noun }) =>
    `${quoted(column)}列中没有任何${nouns[noun]}带有标签。请选择其他列作为标签。`,
  constantLabel: ({ column, label, row: number }) =>
    `${quoted(column)}列从${row(number)}起标签全部是${quoted(label)}。至少需要两个类别：请选择其他列作为标签。`,
  constantNumber: ({ column, value, row: number }) =>
    `${quoted(column)}列从${row(number)}起全部是 ${measured(value)}。请选择其他列作为标签。`,
  labelNotNumbers: ({ column }) =>
    `${quoted(column)}列不是数值，无法估计。请选择其他列作为标签、把它改为数值，或改为分类。`,
  numbersOf: ({ column, noun, count: numbers, min, max }) =>
    `估计${quoted(column)}，每个${noun === "sequence" ? "序列" : "行"}一个数值：共 ${counted(numbers, "个")}，从 ${measured(min)} 到 ${measured(max)}。`,
  rareClasses: ({ count: classes, noun, label, row: number }) =>
    `有 ${counted(classes, "个类别")}只有一${examplesOf[noun]}；第一个是${row(number)}的${quoted(label)}。它归入训练集，因此无法衡量这种类别的准确率。`,
  classesOf: ({ column, classes }) => `${quoted(column)}的类别：${classes}。`,
  classCount: ({ label, count: examples }) => `${quoted(label)}（${count(examples)}）`,
  unlabelledOut: ({ count: examples, noun }) => `没有标签的 ${counted(examples, examplesOf[noun])}不使用。`,
  rareOut: ({ count: examples, noun, classes }) =>
    `稀有类别的 ${counted(examples, examplesOf[noun])}不使用；保留 ${counted(classes, "个类别")}。`,

  emptySequences: ({ count: sequences, id, column, row: number }) =>
    `有 ${counted(sequences, "个序列")}已没有可用的行，不使用；第一个是${quoted(column)}列${row(number)}的${quoted(id)}。`,
  emptyRows: ({ count: rows, row: number }) =>
    `有 ${counted(rows, "行")}在所有时间步上都没有值，不使用；第一处在${row(number)}。`,
  changingLabel: ({ column, count: sequences, row: number }) =>
    `${quoted(column)}列：有 ${counted(sequences, "个序列")}不止一个标签；第一个在${row(number)}发生变化。以每个序列的最后一个标签为准。要学习全部标签，请改为“标注每一步”。`,
  oneSequenceCut: ({ window, sequences }) =>
    `序列切成每段 ${counted(window, "行")}的窗口，得到 ${counted(sequences, "个序列")}。`,
  longSequencesCut: ({ count: long, window, sequences }) =>
    `${counted(long, "个长序列")}切成每段 ${counted(window, "行")}的窗口，共得到 ${counted(sequences, "个序列")}。`,
  inputsRead: ({ columns, lengths }) => `输入：${columns}，${lengths}。`,
  rowsAreSequences: ({ columns, first, last, lengths }) =>
    `每行是一个单特征序列：从${quoted(first)}到${quoted(last)}共 ${counted(columns, "列")}，${lengths}。`,
  stepsEach: ({ steps }) => `每个序列 ${counted(steps, "个时间步")}`,
  stepsRange: ({ shortest, longest }) =>
    `每个序列 ${count(shortest)}\u00a0至\u00a0${counted(longest, "个时间步")}`,
  tooFewSequences: ({ sequences, rows }) =>
    `序列太少，无法既训练又留出测试：${counted(rows, "行")}中只有 ${counted(sequences, "个序列")}。请使用序列更多的文件，或选择其他序列编号列。`,
  tooFewRowSequences: ({ sequences, rows }) =>
    `序列太少，无法既训练又留出测试：${counted(rows, "行")}中只有 ${counted(sequences, "个序列")}。请使用行数更多的文件。`,
  noInputs: "没有列可供网络读取。请选择标签、序列编号和时间以外的列。",
  windowTooSmall: "窗口至少为 1\u00a0行。请增大窗口。",
  noSteps: "没有选择作为时间步的列。请选择存放各时刻数值的列。",
  stepNotNumbers: ({ column }) =>
    `${quoted(column)}列没有数值，不能作为时间步。请不选这一列，或把它改为数值。`,
  splitByTime: ({ train, heldOut }) =>
    `训练集：${counted(train, "个序列")}。测试集：按时间排在最后的 ${counted(heldOut, "个")}。`,
  splitStratified: ({ train, heldOut }) =>
    `训练集：${counted(train, "个序列")}。测试集：随机抽取 ${counted(heldOut, "个")}，每个类别抽取的比例相同。两者没有重叠。`,
  splitRandom: ({ train, heldOut }) =>
    `训练集：${counted(train, "个序列")}。测试集：随机抽取 ${counted(heldOut, "个")}。两者没有重叠。`,
  splitRows: ({ train, heldOut }) =>
    `训练集：${counted(train, "行")}。测试集：随机抽取 ${counted(heldOut, "行")}，每个类别抽取的比例相同。`,
  splitRowsRandom: ({ train, heldOut }) =>
    `训练集：${counted(train, "行")}。测试集：随机抽取 ${counted(heldOut, "行")}。`,
  sameTextAndLabel: "文本和标签是同一列。请为其中一个选择其他列。",
  textProblem: ({ column, problem }) => `以${quoted(column)}列作为文本：${problem}`,

  notAFeature: ({ column, kind }) =>
    `${quoted(column)}列是${kind === "id" ? "编号" : "文本"}，不能作为特征。请不选这一列，或把它改为数值或类别。`,
  tooManyWords: ({ column, words, most }) =>
    `${quoted(column)}列在训练集中有 ${counted(words, "个不同的值")}。每个值会成为一个特征，而上限为 ${counted(most, "个")}。请不选这一列，或把它改为数值。`,
  tooManyNumbers: ({ rows, features, most }) =>
    `${counted(rows, "行")}、每行 ${counted(features, "个特征")}太多了：上限为 ${counted(most, "个数")}。请减少特征，或只用文件的一部分。`,
  tooManySteps: ({ rows, steps, most }) =>
    `${counted(rows, "行")}、每行 ${counted(steps, "个时间步")}太多了：上限为 ${counted(most, "个数")}。请减少时间步，或只用文件的一部分。`,
  categories: ({ columns }) => `独热编码（每个值一个特征）：${columns}。`,
  featureInForm: ({ column, form }) => `${column}（${forms[form]}）`,
  forecastForm: ({ form }) => `预测${forms[form]}`,
  ofColumn: ({ column, sentence }) => `${quoted(column)}：${sentence}`,
  formUsed: ({ form, reason, several }) => {
    const sentence = `预测${forms[form]}${reason === null ? "。" : (several ? formReasonsOfSeveral : formReasons)[reason]}`;
    return form === "value" ? sentence : `${sentence}${undone[form]}`;
  },
  readAsChanges: ({ columns }) => `以下各列不保持水平，改读逐行变化量：${columns}。`,
  limited: ({ column, isShare, isWhole }) => {
    if (isShare) return `${quoted(column)}在训练集中始终在 0 至 1 之间，超出的预测取 0 或 1。`;
    return isWhole
      ? `${quoted(column)}在训练集中始终为整数且不小于 0，因此预测四舍五入为整数，小于 0 的预测取 0。`
      : `${quoted(column)}在训练集中从不小于 0，小于 0 的预测取 0。`;
  },
  formNeedsSeason: ({ form }) => `预测${forms[form]}需要季节长度。请设定季节长度，或选择其他形式。`,
  formNeedsPositive: ({ form, column }) =>
    `预测${forms[form]}要求数值不小于 0，而${quoted(column)}中有负数。请选择其他形式。`,
  leavesRange: ({ series, column, row: number, isAbove, least, most, trainLeast, trainMost, form }) => {
    const reach = isAbove
      ? `在测试集中达到 ${measured(most)}，在训练集中最高只有 ${measured(trainMost)}`
      : `在测试集中降到 ${measured(least)}，在训练集中最低只有 ${measured(trainLeast)}`;
    const isValue = form === "value" || form === "logarithm";
    const then = isValue
      ? "网络学不到训练集范围以外的情况，变化量则可能不超出范围。"
      : `预测的是${forms[form]}，与水平高低无关。`;
    const what = series === null ? quoted(column) : `序列${quoted(series)}的${quoted(column)}`;
    return `${what}${reach}；最先超出的是${row(number)}。${then}`;
  },
  farInput: ({ series, column, row: number, least, most, trainLeast, trainMost, isOut }) =>
    `${series === null ? "" : `序列${quoted(series)}的`}输入${quoted(column)}在训练集中为 ${measured(trainLeast)} 至 ${measured(trainMost)}，在测试集中却为 ${measured(least)} 至 ${measured(most)}；最先超出的是${row(number)}。${isOut ? "不使用该列。" : "仍然读取该列。"}`,
  leaveOut: "不使用该列",
  readAllTheSame: "仍然读取",
  fewRows: ({ rows, trained, heldOut }) =>
    `只有 ${counted(rows, "行")}：训练用 ${counted(trained, "个窗口")}，测试用 ${counted(heldOut, "次预测")}。能学到的很少，结果多半出于偶然。`,
  scaled: ({ how }) =>
    how === "none"
      ? "数值不缩放。"
      : `数值${how === "standard" ? "标准化为均值 0、标准差 1" : "缩放到 0 至 1 的范围"}，只依据训练集计算。图表和结果使用文件中的单位。`,
  scaledEach: "各序列分别缩放，数值大小不同的序列同等重要。",

  seriesFound: ({ column, count: many, series, shortest, longest }) => {
    const rows =
      shortest === longest
        ? `每个 ${counted(longest, "行")}`
        : `每个 ${count(shortest)}\u00a0至\u00a0${counted(longest, "行")}`;
    return `按${quoted(column)}分为 ${counted(many, "个序列")}，${rows}：${series}。任何窗口都不跨越两个序列。`;
  },
  shortSeries: ({ count: many }) => `有 ${counted(many, "个序列")}的行数不足一个窗口，不使用。`,
  lastOfEachHeldOut: ({ heldOut, train }) =>
    `测试集：每个序列的最后若干行，共 ${counted(heldOut, "行")}。训练集：此前的 ${counted(train, "行")}。`,
  futureRowsOfSeries: ({ rows, first, targets }) =>
    `各序列末尾共 ${counted(rows, "行")}，第一处为${spacedBefore(first)}，${targets}没有值：属于未来，既不填补，也不计入。`,
  splitByTimeWithin: ({ train, heldOut, series }) =>
    `训练集：${counted(train, "个序列")}。测试集：${counted(series, "个序列")}中按时间各自排在最后的部分，共 ${counted(heldOut, "个")}。`,

  noTarget: "没有选择要预测的列。请选择一个数值列。",
  targetNotNumbers: ({ column }) => `${quoted(column)}列没有数值，无法预测。请选择其他列，或把它改为数值。`,
  windowNotWhole: ({ min, max }) =>
    `回看窗口必须是 ${count(min)} 到 ${count(max)} 之间的整数行，预测步长必须是至少为 1 的整数行。`,
  seasonNotWhole: "季节长度必须是整数行，至少为 1。请换一个值，或不设季节。",
  calendarNeedsDates: "日历特征需要日期列。请选择日期列作为时间，或不用日历特征。",
  unknownColumn: "任务用到了表中没有的列。请重新选择列。",
  boundWanted: ({ isDate }) =>
    isDate ? "如 2024-03-31 的日期，也可带时间，如 2024-03-31 18:00。" : "一个数，如 12.5。",
  momentWanted: ({ isDate }) =>
    isDate ? "请输入日期，如 2024-03-31，或加上时间，如 2024-03-31 18:00。" : "请输入时间列中的一个数。",
  heldOutShareOutside: "测试集不能为空，也不能占全部。请选择其他比例。",
  nothingToAsk: ({ name }) =>
    `${quoted(name)}没有可做的任务：没有可预测的数值列，也没有标签重复出现的列。请更正读取方式或列的类型，或换一个表格。`,
  readAsText: ({ name }) =>
    `${quoted(name)}按文本读取：作为表格，没有可预测的数值列，也没有标签重复出现的列。`,
  notPrepared: "无法按此任务准备表格。请更改任务设置。",
  lastRowsUsed: ({ rows, used }) => `共 ${counted(rows, "行")}，只使用最后 ${counted(used, "行")}。`,
  heldOutFromUnfit: ({
    from,
    first,
    last,
    train,
    heldOut,
    trainNeeded,
    heldOutNeeded,
    earlier: isEarlier,
  }) => {
    const way = isEarlier ? "请选择更早的时间。" : "请选择更晚的时间。";
    return `测试集从${spaced(from)}开始时，训练集有 ${counted(train, "行")}，测试集有 ${counted(heldOut, "行")}；至少需要 ${counted(trainNeeded, "行")}和 ${counted(heldOutNeeded, "行")}。数据从${spaced(first)}开始，到${spaced(last)}结束。${way}`;
  },
  tooFewRows: ({ train, heldOut, window, horizon, lead, largestWindow, shorterHelps }) => {
    const way =
      largestWindow === null
        ? shorterHelps
          ? "请缩短预测步长和回看窗口，或使用行数更多的文件。"
          : "请使用行数更多的文件。"
        : `请把回看窗口设为不超过 ${counted(largestWindow, "行")}。`;
    return `行数太少：回看窗口 ${count(window)}${lead > 0 ? `（及此前 ${counted(lead, "行")}）` : ""}、预测步长 ${count(horizon)} 需要训练集 ${counted(lead + window + horizon, "行")}、测试集 ${counted(horizon, "行")}，现在只有 ${counted(train, "行")}和 ${counted(heldOut, "行")}。${way}`;
  },
  constantColumn: ({ column, rows, row: number }) =>
    `${quoted(column)}列从${row(number)}起 ${counted(rows, "行")}的值全部相同，没有可学的内容。请选择其他列。`,
  rowsBeforeFirstOut: ({ count: rows }) => `开头 ${counted(rows, "行")}有的列还没有值，不使用。`,
  timeJoined: ({ columns }) => `时间：由${columns}合成。`,
  timeJoinedEvery: ({ columns, spacing }) => `时间：由${columns}合成，每${spaced(spacing)}一行。`,
  forecastNext: ({ targets, step, window }) =>
    `预测：根据此前${spacedBefore(window)}，预测${spaced(step)}后的${targets}。`,
  forecastAhead: ({ targets, horizon, window }) =>
    `预测：根据此前${spacedBefore(window)}，预测此后${spaced(horizon)}的${targets}。`,
  guessedTarget: ({ column, reason }) =>
    `建议预测${quoted(column)}：${reasons[reason]}。也可以选择其他数值列。`,
  otherInputs: ({ columns }) => `其他输入：${columns}。`,
  calendarRead: ({ features }) =>
    `日历特征：${list(features.map((feature) => calendar[feature]))}，各取正弦和余弦。`,
  notInputs: ({ columns }) => `不读取：${columns}。`,
  notInput: ({ column, why }) => `${quoted(column)}（${unfit[why]}）`,
  lastHeldOut: ({ heldOut, first, train }) =>
    `测试集：最后${spacedBefore(heldOut)}，从${spaced(first)}起。训练集：此前的${spacedBefore(train)}。`,
  heldOutCarries: "测试集中的缺失值沿用前一个值：下一个值正是要预测的。",
  filledNotMeasured: "误差只按文件中已有的值计算，不计填补的值。",
  noSeason: ({ why, most }) => `${noSeason[why](most)}因此没有“重复上一季节”这一基线。`,
  season: ({ steps }) => `季节长度为${spacedBefore(steps)}：季节性朴素预测（取一个季节之前的值）也作为基线。`,
  futureRow: ({ place, targets }) => `最后一行（${place}）的${targets}没有值：属于未来，既不填补，也不计入。`,
  futureRows: ({ rows, first, targets }) =>
    `从${spaced(first)}起的最后 ${counted(rows, "行")}，${targets}没有值：属于未来，既不填补，也不计入。`,
  value: "数值",
  calendarFeature: ({ feature, part }) => `${calendar[feature]}（${part === "sine" ? "正弦" : "余弦"}）`,
  windowFrom: ({ name, row: number }) => `${name === null ? "" : `${name}，`}从${row(number)}起`,
  rowNamed: ({ row: number }) => row(number),

  spacing: ({ count: many, unit }) => {
    if (unit === "minute" && many === 30) return "半小时";
    if (unit === "quarter" && many === 2) return "半年";
    return counted(many, units[unit]);
  },
  oneStep: ({ unit }) => counted(1, units[unit]),
  duration: ({ value, unit }) => `${tenths.format(value)}\u00a0${units[unit]}`,
  stepsOf: ({ steps, spacing }) => `${counted(steps, "个时间步")}（每步${spacedBefore(spacing)}）`,
  stepsOfLasting: ({ steps, spacing, duration }) =>
    `${counted(steps, "个时间步")}（每步${spacedBefore(spacing)}，共${spacedBefore(duration)}）`,

  dropRows: "不使用这些行",
  padOrCut: "补空或舍去",
  firstRowIsData: "把第一行当作数据",
  namesInFirstRow: "列名在第\u00a01\u00a0行",
  lastRowsAreData: "保留最后几行",
  quotesAreCharacters: "引号按普通字符读取",
  timesDown: "把时间读作时间步",
  timesAsTheyStand: "把各列读作输入",
  timesJoined: "按时间合并",
  decimalsJoined: "读作一个数",
  decimalsApart: "读作两个单元格",
  rowsAsTheyStand: "各行按原样读取",
  readNumberAs: ({ value }) => `读作 ${measured(value)}`,
  quotesEnclose: "引号是单元格的边界",
  readAs: ({ encoding }) => `按${spaced(encoding)}读取`,
  treatAsMissing: ({ cell }) => `把${spaced(cell)}视为缺失`,
  countAsMissing: "按缺失值处理",
  readAsCategory: "把此列读作类别",
  meansMissing: ({ cell }) => `${quoted(cell)}表示缺失`,
  monthFirst: "月在前",
  dayFirst: "日在前",
  carryForward: "沿用前一个值",
  interpolate: "线性插值",
  keepAll: "全部保留",
  keepFirst: "保留第一行",
  keepLast: "保留最后一行",
  keepMean: "取平均",
  dropRareClasses: "不使用稀有类别",
  mergeRareClasses: "把稀有类别合并为一类",
  otherClasses: "其余类别",
  keepMostFrequent: ({ count: classes }) => `保留最常见的 ${counted(classes, "个")}`,
};
