import type { draw as English } from "../en/draw";
import { list } from "./phrases";

export const draw: typeof English = {
  title: "画一个",
  pad: "画板",
  invitation: "在这里画",
  clear: "清除",
  drawing: "你画的图",
  pictureHint: ({ width, height }) =>
    `按画板上的位置读成 ${width}\u00a0×\u00a0${height} 像素，所以请画得大一些，画在中间。使用键盘时，请在上方选择样本。`,
  strokeHint: "边画边读成画笔的移动；大小、位置、快慢都无关紧要。使用键盘时，请在上方选择样本。",
  drawFirst: ({ labels }) => `网络认识的类别：${list(labels, 12)}。画一个，它看到了什么就会显示在这里。`,
  recordFirst: ({ labels }) => `网络认识的类别：${list(labels, 12)}。录一段，它听到了什么就会显示在这里。`,
  seen: "网络在图中看到了什么",
  heard: "网络在声音中听到了什么",
};
