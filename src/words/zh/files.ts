import type { files as English } from "../en/files";
import { bytes, count, counted, share, spaced } from "./phrases";

const nouns = { text: "文本", picture: "图片", recording: "录音" };
const measured = { text: "篇文本", picture: "张图片", recording: "段录音" };
const unitNames = { characters: "个字符", words: "个词" };
const colours = { grey: "灰度", colour: "彩色" };
const primaries = { red: "红", green: "绿", blue: "蓝" };

const binaries = {
  png: "PNG 图片",
  jpeg: "JPEG 图片",
  gif: "GIF 图片",
  webp: "WebP 图片",
  zip: "ZIP 压缩包（或 Word、Excel、EPUB 文档）",
  office: "旧版 Word 或 Excel 文档",
  pdf: "PDF 文档",
  rtf: "富文本（RTF）文档",
  gzip: "gzip 压缩包",
  sevenZip: "7-Zip 压缩包",
  rar: "RAR 压缩包",
  xz: "xz 压缩包",
  zstandard: "Zstandard 压缩包",
  wav: "WAV 录音",
  mp3: "MP3 录音",
  ogg: "Ogg 录音",
  flac: "FLAC 录音",
  mp4: "MP4 视频或录音",
  sqlite: "SQLite 数据库",
  run: "本页面保存的训练",
  elf: "可执行程序（ELF）",
  wasm: "WebAssembly 模块",
};

export const files: typeof English = {
  textsReadFrom: ({ encoding, files }) =>
    `按${spaced(encoding)}编码读取：${counted(files, "个文件")}。如果文本看起来不对，请选择其他编码。`,
  noAnswer: ({ name, seconds }) =>
    `“${name}”在 ${counted(seconds, "秒")}内没有响应，可能位于无法访问的驱动器上。请复制到本机后再打开。`,
  oneNoAnswer: ({ seconds }) =>
    `有文件在 ${counted(seconds, "秒")}内没有响应，可能位于无法访问的驱动器上。请复制到本机后再打开。`,
  textEmpty: ({ name }) => `“${name}”是空的。请选择有内容的文本文件。`,
  pastedEmpty: "粘贴的文本是空的。请先粘贴一些文字。",
  pasted: "粘贴的文本",
  textTooLarge: ({ name, sizeBytes, limitBytes }) =>
    `“${name}”太大：${bytes(sizeBytes)}，上限为 ${bytes(limitBytes)}。请只用其中一部分。`,
  binary: ({ name, kind }) => `“${name}”不是纯文本，而是：${kind}。请选择 .txt 文件。`,
  binaryWithText: ({ name, kind }) =>
    `“${name}”不是纯文本，而是：${kind}。请把其中的文字另存为 .txt 文件，再选择它。`,
  nul: ({ name, byte }) =>
    `“${name}”不是纯文本：第 ${count(byte)} 个字节是 NUL，只有二进制文件才有。请选择 .txt 文件。`,
  noEncoding: ({ name, byte, line }) =>
    `“${name}”不是 UTF-8（第一个错误字节是第 ${count(byte)} 个，位于第 ${count(line)} 行），按其他编码也读不出文本。请另存为 UTF-8。`,
  ...binaries,
  textTooShort: ({ unit, length, sequenceLength, needed }) =>
    `文本太短：共 ${counted(length, unitNames[unit])}，序列长度为 ${count(sequenceLength)} 时至少需要 ${count(needed)} 个，其中一半用于验证。请使用更长的文本。`,
  textTooShortFor: ({ unit, length, sequenceLength, needed, possible }) =>
    `文本太短：共 ${counted(length, unitNames[unit])}，序列长度为 ${count(sequenceLength)} 时至少需要 ${count(needed)} 个，其中一半用于验证。请使用更长的文本，或把序列长度设为 ${count(possible)} 以下。`,

  noneAtAll: ({ noun }) => `没有${nouns[noun]}，无法分类。至少需要两个标签的${nouns[noun]}。`,
  oneLabel: ({ noun, label }) =>
    `所有${nouns[noun]}的标签都是“${label}”，无法分类。至少需要两个标签的${nouns[noun]}。`,
  lonely: ({ noun, label }) =>
    `除去重复和空的，标签“${label}”只剩一${measured[noun]}。每个标签（类别）至少需要两个样本：一个用于训练，一个留作测试。请补充，或去掉这个标签。`,
  copies: ({ noun, copies }) =>
    `已略去 ${counted(copies, measured[noun])}：与同一标签的另一${measured[noun]}完全相同。`,
  contradictions: ({ noun, contradictions }) =>
    `有 ${counted(contradictions, measured[noun])}与另一标签的某${measured[noun]}完全相同；在这些地方，任何网络都无法区分两个标签。`,
  emptyTexts: ({ empty }) => `已略去 ${counted(empty, "篇空文本")}。`,
  textsCut: ({ cut, most, unit }) =>
    `有 ${counted(cut, "篇文本")}超过 ${counted(most, unitNames[unit])}，只保留开头。`,
  textsLonger: ({ longer, length, unit }) =>
    `有 ${counted(longer, "篇文本")}超过 ${counted(length, unitNames[unit])}（适合其余文本的序列长度），网络只读它们的结尾。`,
  readsCharacters: ({ symbols, unknownShare }) =>
    `网络按字符读取。它认识训练集中出现的 ${counted(symbols, "种字符")}，其余都作为未知符号，占所读内容的 ${share(unknownShare)}。`,
  readsWords: ({ symbols, most, unknownShare }) =>
    `网络按词读取。它认识训练集中的 ${counted(symbols, "个词")}：至少出现两次，且至多取最常见的 ${counted(most, "个")}。其余都作为未知符号，占所读内容的 ${share(unknownShare)}。`,
  split: ({ trained, heldOut }) =>
    `${counted(trained, "个")}用于训练，${counted(heldOut, "个")}留作测试；测试集随机抽取，每个标签抽取的比例相同。`,

  picturesTooLarge: ({ pictures, width, height, colour, numbers, limit }) =>
    `${counted(pictures, "张图片")}，每张 ${width} × ${height} 像素（${colours[colour]}），共 ${counted(numbers, "个数")}，上限为 ${counted(limit, "个")}。请选择更小的尺寸、灰度，或只用一部分图片。`,
  pixels: ({ width, height, colour, fit }) => {
    const others = {
      pad: "形状不同的图片保持比例，其余部分以边缘的平均颜色填充。",
      crop: "形状不同的图片只取中间部分。",
      stretch: "形状不同的图片会被拉伸。",
    };
    return `每张缩放为 ${width} × ${height} 像素（${colours[colour]}）。${others[fit]}`;
  },
  pictureSteps: ({ steps, step, numbers }) =>
    step === "rows"
      ? `网络从上到下读取 ${counted(steps, "行")}，每行 ${counted(numbers, "个数")}。`
      : `网络从左到右读取 ${counted(steps, "列")}，每列 ${counted(numbers, "个数")}。`,
  pixelsScaled: "像素按训练集缩放为均值 0、标准差 1。",
  pixel: ({ place, index, colour }) =>
    `第 ${index} ${place === "row" ? "行" : "列"}${colour ? `（${primaries[colour]}）` : ""}`,

  soundEmpty: ({ name }) => `“${name}”里没有声音：长度为 0\u00a0秒。`,
  soundSilent: ({ name }) => `“${name}”从头到尾都是静音。`,
  soundNotFinite: ({ name, sample }) => `“${name}”已损坏：第 ${count(sample)} 个采样不是有限数。`,
  soundTooLarge: ({ name, limitBytes }) => `“${name}”超过 ${bytes(limitBytes)}。请切成较短的录音。`,
  soundsTooLong: ({ hours }) =>
    `录音总长超过 ${counted(hours, "小时")}。请只用其中一部分，或使用更短的录音。`,
  soundUnused: ({ unused, first }) =>
    `有 ${counted(unused, "段录音")}无法使用，已略去。${unused === 1 ? "" : "第一段："}${first}`,
  soundLevel: ({ rate, quietDb }) =>
    `每段录音都重采样到每秒 ${counted(rate, "个采样")}，并把最响处调到相同音量。两端比最响处低 ${quietDb}\u00a0dB 以上的部分会被裁掉。`,
  soundFrames: ({ windowMs, hopMs, bands }) =>
    `网络每 ${hopMs}\u00a0ms 读取一帧，帧长 ${windowMs}\u00a0ms：由低到高 ${counted(bands, "个频带")}的响度，单位为 dB。`,
  soundScaled: "每个频带按训练集缩放为均值 0、标准差 1。",
  soundsNarrow: ({ bands, hertz }) =>
    `训练集中没有高于 ${count(hertz)}\u00a0Hz 的声音（采样率较低的录音就是如此）：那里的 ${counted(bands, "个频带")}留空，之后听到的声音也一样。`,
  soundsMixedRates: ({ narrow, recordings }) =>
    `${counted(recordings, "段录音")}中有 ${counted(narrow, "段")}的高频远少于其他录音，像是采样率较低。如果各标签在这一点上不同，网络可能只凭它来区分。`,
  soundsMixed: ({ mixed }) => `有 ${counted(mixed, "段录音")}含多个声道，已混合为一个。`,
  soundsCut: ({ cut, seconds }) => `有 ${counted(cut, "段录音")}超过 ${counted(seconds, "秒")}，只保留开头。`,
  soundsFilled: ({ filled }) => `有 ${counted(filled, "段录音")}不足一帧，已用静音补足。`,
  soundsLonger: ({ longer, frames }) =>
    `有 ${counted(longer, "段录音")}超过 ${counted(frames, "帧")}（适合其余录音的序列长度），网络只读它们的结尾。`,
  penDown: "落笔",
  band: ({ hertz }) => `${count(hertz)}\u00a0Hz`,

  nothingHeldOut: "既要有用于训练的序列，也要有留作测试的序列。请使用更多数据。",
  seriesTooShort: ({ rows, trained, window, horizon }) =>
    `序列太短：共 ${counted(rows, "行")}，其中 ${counted(trained, "行")}用于训练，放不下长 ${counted(window, "行")}、预测 ${counted(horizon, "行")}的窗口。请使用更长的序列，或减少预测的行数。`,
  seriesTooShortFor: ({ rows, trained, window, horizon, possible }) =>
    `序列太短：共 ${counted(rows, "行")}，其中 ${counted(trained, "行")}用于训练，放不下长 ${counted(window, "行")}、预测 ${counted(horizon, "行")}的窗口。请把序列长度设为 ${count(possible)} 以下。`,
  ahead: ({ name, steps }) => `${name} + ${count(steps)}`,
  afterTime: ({ time }) => `“${time}”之后`,
  afterTimeOf: ({ series, time }) => `${series}，“${time}”之后`,
  example: ({ index }) => `样本 ${count(index)}`,
  unknownTask: ({ task }) => `没有名为“${task}”的任务。请从列表中选择。`,
};
