import type { share as English } from "../en/share";
import { count, list } from "./phrases";

export const share: typeof English = {
  copyLink: "复制链接",
  copied: ({ characters }) =>
    `链接已复制，共 ${count(characters)} 个字符。打开后数据、设置和视图与此处相同，权重重新初始化。`,
  copiedPretrained: ({ characters }) =>
    `链接已复制，共 ${count(characters)} 个字符。打开后即为此网络和视图。`,
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
  lessonUnusable: "无法读取链接所隐藏或锁定的内容，已打开完整页面。",
  beyondHalf: "部分权重超出半精度（float16）的范围，只能保存到文件。",
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
