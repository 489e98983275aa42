import type { reading as English } from "../en/reading";
import { bytes, counted, list, quoted, spaced, spacedBefore } from "./phrases";

const nouns = { picture: "图片", sound: "声音", text: "文本", table: "表格" };
const measured = { picture: "张图片", sound: "段声音", text: "篇文本", table: "张表格" };

const several = (files: number, first: string) =>
  files === 1 ? quoted(first) : `${quoted(first)}等 ${counted(files, "个文件")}`;
const dotted = (extensions: readonly string[]) => extensions.map((one) => `.${one}`).join("、");

export const reading: typeof English = {
  noFiles: ({ name }) => `${quoted(name)}中没有文件。`,
  noneOfKind: ({ name, noun, others, first }) =>
    `${quoted(name)}中没有${nouns[noun]}，只有 ${counted(others, "个其他文件")}，例如${quoted(first)}。`,
  inNoFolder: ({ name, noun }) => `${quoted(name)}中的${nouns[noun]}不在任何文件夹里。`,
  inOneFolder: ({ name, noun, folder }) =>
    `${quoted(name)}中的${nouns[noun]}都在同一个文件夹${quoted(folder)}里，无法分类。`,
  tooManyFolders: ({ name, noun, folders, limit }) =>
    `${quoted(name)}有 ${counted(folders, "个文件夹")}含有${nouns[noun]}，每个都是一个类别；上限为 ${counted(limit, "个")}。`,
  lonelyFolders: ({ noun, folders, first }) =>
    folders === 1
      ? `文件夹${quoted(first)}里只有一${measured[noun]}。每个标签（类别）至少需要两个样本：一个用于训练，一个留作测试。请补充，或去掉这个文件夹。`
      : `${quoted(first)}等 ${counted(folders, "个文件夹")}里各只有一${measured[noun]}。每个标签（类别）至少需要两个样本：一个用于训练，一个留作测试。请补充，或去掉这些文件夹。`,
  wayOut: ({ noun, extensions }) =>
    `请选择一个文件夹或 zip，其中每个标签各有一个文件夹，里面放${nouns[noun]}（${dotted(extensions)}）。`,
  found: ({ noun, files, folders }) =>
    `${counted(folders, "个文件夹")}中共 ${counted(files, measured[noun])}，文件夹名即标签。`,
  folderFurtherOut: ({ path, label }) => `文件夹有多层：${quoted(path)}的标签是${quoted(label)}。`,
  foundLabelled: ({ noun, files, labels }) =>
    `按所选方式，共 ${counted(files, measured[noun])}，${counted(labels, "个标签")}。`,
  withoutLabel: ({ noun, files }) => `已略去 ${counted(files, measured[noun])}：没有对应的标签。`,
  lonelyLabels: ({ noun, files }) => `已略去 ${counted(files, measured[noun])}：其标签只出现一次。`,
  otherColumns: ({ name, columns, expected }) =>
    `${quoted(name)}有 ${counted(columns, "列")}，而第一张表格有 ${counted(expected, "列")}。`,
  otherNames: ({ name, column }) => `${quoted(name)}有一列${quoted(column)}，第一张表格中没有该列。`,
  sequencesTooLarge: "这些表格合计超过 200\u00a0MB。请只用其中一部分。",
  withoutFolder: ({ noun, files }) => `已略去 ${counted(files, measured[noun])}：不在任何文件夹里。`,
  otherKinds: ({ files, extensions }) =>
    `已略去 ${counted(files, "个文件")}：类型不是 ${dotted(extensions)}。`,

  zipTooLarge: ({ name, sizeBytes, limitBytes }) =>
    `${quoted(name)}有 ${bytes(sizeBytes)}，zip 的上限为 ${bytes(limitBytes)}。请只用其中一部分文件，或作为文件夹打开。`,
  zipEmpty: ({ name }) => `${quoted(name)}是空的。请选择有内容的 zip。`,
  zipTooMany: ({ name, most }) =>
    `${quoted(name)}声称含有超过 ${counted(most, "个文件")}，数量太多。请只用其中一部分。`,
  zipUnreadable: ({ name }) =>
    `${quoted(name)}不是可读的 zip：它的目录缺失或损坏。请重新取得完整的文件，或重新打包。`,
  zipWithoutFiles: ({ name }) => `${quoted(name)}中没有文件。请放入一些文件后重试。`,
  zipNothingReadable: ({ name }) => `${quoted(name)}中没有可以读取的文件。`,
  unpacksTooLarge: ({ name, sizeBytes, limitBytes }) =>
    `${quoted(name)}解压后将有 ${bytes(sizeBytes)}，上限为 ${bytes(limitBytes)}。请只用其中一部分文件。`,
  zipFileDamaged: ({ path }) => `${quoted(path)}在压缩包中已损坏。`,
  zipFileTooLarge: ({ path, stated }) =>
    `${quoted(path)}解压后超过压缩包所声明的大小（${counted(stated, "字节")}）。`,
  outside: ({ files, first }) => `已略去${several(files, first)}：位于压缩包自身的文件夹之外。`,
  nested: ({ files, first }) => `已略去${several(files, first)}：是压缩包中的压缩包。请先把它们解压。`,
  locked: ({ files, first }) =>
    `已略去${several(files, first)}：设有密码。请解压后打开文件夹，或不设密码重新打包。`,
  method: ({ files, first, methods }) =>
    `已略去${several(files, first)}：压缩方法为${spacedBefore(list(methods))}，此处无法解压。请用 Deflate 重新打包。`,
  methodNumber: ({ method }) => `第 ${method} 号方法`,
  beyond: ({ files, first }) => `已略去${several(files, first)}：被压缩包的末尾截断。`,
  repeated: ({ files, first }) =>
    files === 1
      ? `${quoted(first)}在压缩包中出现两次，只读取第一个。`
      : `${several(files, first)}与压缩包中较早的文件重名，每个名称只读取第一个。`,
  zipWithoutEnd: ({ found }) =>
    `压缩包的末尾缺失或损坏，目录也随之丢失。另行找到的完整文件有 ${counted(found, "个")}。`,
  zipEndsWithin: ({ path }) => `压缩包在${quoted(path)}的中间结束。`,

  unreadFiles: ({ noun, unread, first }) =>
    `已略去 ${counted(unread, measured[noun])}：无法读取。${unread === 1 ? "" : "第一个："}${first}`,
  decoderSilent: ({ files }) =>
    `浏览器的解码器没有响应：连续 ${counted(files, "个文件")}都没有结果。请重新加载页面，或换用其他浏览器。`,
  notDecoded: ({ name, seconds }) => `浏览器未能在 ${counted(seconds, "秒")}内解码${quoted(name)}。`,
  notRead: ({ name, reason }) => `${quoted(name)}无法读取（${reason}）。`,
  filesNotRead: ({ reason }) => `文件无法读取（${reason}）。`,
  noFolderOpen: "文件夹已经关闭。请重新选择。",
  noPicturesOpen: "没有打开的图片。请先打开文件夹或 zip。",
  damagedPicture: ({ name }) => `${quoted(name)}已损坏，或不是浏览器能读取的图片。`,
  damagedSound: ({ name }) => `${quoted(name)}已损坏，或不是浏览器能读取的声音。`,
  unknownSound: ({ name, format }) =>
    `${quoted(name)}无法解码。它的格式（${format}）可能不受此浏览器支持，或文件已损坏。`,
  midi: "MIDI，只含音符而不含声音",
  inWav: ({ codec }) => `WAV 文件，编码：${codec}`,
  damagedWav: "文件头损坏的 WAV 文件",
  inOgg: ({ codec }) => `Ogg 文件，编码：${codec}`,
  ogg: "Ogg 文件",
  inMp4: ({ codec }) => `MP4 文件，编码：${codec}`,
  mp4: "MP4 文件",
  floatPcm: "浮点 PCM",
  pcm: ({ bits }) => `${counted(bits, "位")} PCM`,
  codecNumber: ({ code }) => `编号为${spaced(code)}的编码`,
  offline: "读取此类文件的程序尚未载入，而当前没有网络连接。请连接网络后重新选择文件。",
  didNotStop: ({ seconds }) => `它在 ${counted(seconds, "秒")}内没有停止`,
  readersLost: ({ what, reason }) =>
    what === "folders"
      ? `读取文件夹的程序意外停止：${reason}。请重新打开文件夹，或只打开其中一部分。`
      : `读取图片的程序意外停止：${reason}。请重新打开，或减少图片的数量。`,
  tableReaderLost: ({ reason }) =>
    `文件无法继续读取：${reason}。电脑内存可能不足。请只用其中一部分，或重新选择文件。`,
};
