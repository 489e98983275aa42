import type { past as English } from "../en/past";
import { count, decimal } from "./phrases";

export const past: typeof English = {
  title: "训练历程",
  play: "用十秒播放训练过程",
  pause: "暂停播放训练过程",
  empty: "开始训练后，可以把画面回放到这里。",
  tooLarge: "没有训练历程：这个序列的一帧画面超过 16\u00a0MB。",
  now: ({ step }) => `当前，第 ${count(step)} 步`,
  frame: ({ step, loss, isKept }) => {
    const weights = isKept ? "，已保留权重" : "";
    return loss === null
      ? `第 ${count(step)} 步${weights}`
      : `第 ${count(step)} 步，损失 ${decimal(loss)}${weights}`;
  },
  shown: ({ step, loss }) =>
    loss === null
      ? `画面显示第 ${count(step)} 步。`
      : `画面显示第 ${count(step)} 步，损失 ${decimal(loss)}。`,
  another: "它读取的是当时的序列，不是现在的序列。",
  wrote: ({ text }) => `当时生成：“${text}”`,
  backToNow: "回到当前",
  goOn: "从这里继续",
  noState: "这一步没有保留权重。",
  keptStep: ({ way, step }) => `${way === "before" ? "上" : "下"}一个保留权重的步，第 ${count(step)} 步`,
  lanes: "热图显示的内容",
  changes: {
    none: { label: "数值", about: "门和状态本身的数值" },
    before: { label: "与上一帧的差", about: "减去训练历程中上一帧的数值" },
    pinned: { label: "与固定帧的差", about: "减去某一步的数值：请先固定一步" },
  },
  pin: "固定当前显示的一步",
  pinAbout: "热图随后显示此后的变化",
  pinned: ({ step }) => `已固定：第 ${count(step)} 步`,
};
