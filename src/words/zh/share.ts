import type { share as English } from "../en/share";
import { bytes, count, list } from "./phrases";

export const share: typeof English = {
  copyLink: "复制链接",
  copied: ({ characters }) =>
    `链接已复制，共 ${count(characters)} 个字符。打开后数据、设置和视图与此处相同，权重重新初始化。`,
  copiedPretrained: ({ characters }) =>
    `链接已复制，共 ${count(characters)} 个字符。打开后即为此网络和视图。`,
  copiedWithoutTraining: ({ characters }) =>
    `链接已复制，共 ${count(characters)} 个字符。打开后是页面自带的网络和此视图，不包含此次训练。`,
  copiedWithoutSequence: ({ characters }) =>
    `链接已复制，共 ${count(characters)} 个字符。打开后数据、设置和视图与此处相同，权重重新初始化。您自己的序列不包含在内。`,
  notCopied: "浏览器不允许复制。链接已显示在地址栏中，请从那里复制。",
  dataTooLarge:
    "这些数据无法放入链接。示例、记忆任务以及不超过 2\u00a0kB 的粘贴文本可以放入链接。任何训练都可在“训练列表”中保存到文件。",
  damaged: "链接已损坏，无法读取其中任何内容。请从来源处重新复制。",
  newer: "此链接由本页面的更新版本生成。请重新载入页面以获取最新版本。",
  dataUnusable: "链接中的数据无法使用，已改为打开示例文本。",
  settingsUnusable: "链接中的设置无法使用，已采用初始设置。",
  probeUnusable: "链接所显示的序列无法使用。",
  viewUnusable: "链接中的视图无法使用。",
  weightsDamaged: "链接中的权重已损坏或不完整，已改用重新初始化的权重。",
  weightsUnusable: ({ why }) => `链接中的权重无法使用：${why}已改用重新初始化的权重。`,
  dataHidden: "此页面只显示自带的数据，不在这里打开文件。",
  lessonUnusable: "无法读取链接所隐藏或锁定的内容，已打开完整页面。",
  beyondHalf: "部分权重超出半精度（float16）的范围，只能保存到文件。",
  more: "更多分享方式…",
  title: "分享",
  link: "链接",
  length: ({ characters }) =>
    characters > 2000
      ? `共 ${count(characters)} 个字符。部分聊天软件会截断这样长的链接。`
      : `共 ${count(characters)} 个字符。`,
  choices: "链接包含的内容",
  withWeights: "包含权重",
  weightsHint: "采用半精度（float16），输出在第三或第四位数字上会有差别。训练将从这些权重重新开始。",
  weightsMaking: "正在读取权重。",
  weightsReady: ({ steps, size }) =>
    `训练 ${count(steps)} 步后的权重，半精度（float16）：${bytes(size)}。训练将从这些权重重新开始。`,
  weightsTooLarge: ({ size, most }) =>
    `权重需要 ${bytes(size)}，而链接最多容纳 ${bytes(most)}。请改为保存到文件（.grup）。`,
  weightsCannotFit: ({ parameters, size, most }) =>
    `${count(parameters)} 个参数在半精度（float16）下需要 ${bytes(size)}，而链接最多容纳 ${bytes(most)}。请改为保存到文件（.grup）。`,
  ownNetwork: "这是页面自带的网络，链接打开的就是它。",
  saveFile: "保存到文件",
  hide: { data: "隐藏数据", settings: "隐藏设置", results: "隐藏结果" },
  lock: "锁定设置",
  lockHint: "用于教学。打开链接的人仍可自由打开页面。",
  embed: "用于嵌入其他页面的框架",
  embedHint:
    "不含页眉、文件拖放和保存的训练。哪些页面可以嵌入本页由本页的主机决定（Content-Security-Policy 的 frame-ancestors）：若只允许自身来源，其他网站的框架中不会显示任何内容。",
  linkCopied: ({ characters }) => `链接已复制，共 ${count(characters)} 个字符。`,
  copyMarkdown: "复制为 Markdown",
  markdownCopied: "已复制为 Markdown。",
  copyFrame: "复制 iframe",
  frameCopied: "已复制 iframe 的 HTML。",
  system: "系统分享…",
  notShared: "系统没有接受链接，请改为复制。",
  notCopiedHere: "浏览器不允许复制。链接就在上方，请从那里复制。",
  close: "关闭",
  markdownData: ({ data }) => `数据：${data}。`,
  markdownSettings: ({ settings }) => `与数据推荐值不同的设置：${list(settings)}。`,
  markdownSuitable: "所有设置均为数据的推荐值。",
  markdownSize: ({ parameters, steps }) => `参数 ${count(parameters)} 个，训练 ${count(steps)} 步。`,
  markdownWithout: {
    weights: "链接打开的是这些设置，不包含这些权重。",
    training: "链接打开的是页面自带的网络，不包含此次训练。",
  },
  markdownLink: "在 GRU 游乐场中打开",
  hiddenParts: { data: "数据", settings: "设置", results: "结果" },
  lesson: ({ locked, hidden }) => {
    if (hidden.length === 0) return "打开本页的链接锁定了设置。";
    return locked
      ? `打开本页的链接锁定了设置，并隐藏了${list(hidden)}。`
      : `打开本页的链接隐藏了${list(hidden)}。`;
  },
  openFreely: "自由打开",
  settingsLocked: "由打开本页的链接锁定。",
  ask: "要打开链接吗？",
  atRisk: "浏览器没有保存此处打开的训练。它会保留在历史记录中，直到页面关闭，随后将会丢失。",
  open: "打开链接",
  stay: "留在此处",
};
