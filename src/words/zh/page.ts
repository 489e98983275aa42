import type { page as English } from "../en/page";
import { counted, spacedBefore } from "./phrases";

export const page: typeof English = {
  title: "GRU 游乐场",
  tagline: "用自己的数据训练循环网络，看清每个门在做什么。",
  benchmark: "基准测试",
  playground: "游乐场",
  parts: "页面的各部分",
  places: { stage: "舞台", data: "数据", settings: "设置", results: "结果" },
  language: "语言",
  dropHere: "拖放文件或文件夹，用它来训练",
  oneFile: ({ count, name }) => `一次只读一个文件：${counted(count, "个文件")}中只读取“${name}”。`,
  dropped: "拖入的内容",
  droppedUnread: "其中的文件无法读取。请改为选择该文件夹。",
  newVersion: "本页有新版本。关闭所有标签页后，下次打开时生效。",
  theme: "主题",
  light: "浅色",
  asTheSystem: "跟随系统",
  dark: "深色",
  themeNotKept: "浏览器不为本页保存任何内容，主题只保留到关闭页面为止。",
  languageNotKept: "浏览器不为本页保存任何内容，语言只保留到关闭页面为止。",
  languageNotLoaded: ({ language }) =>
    `无法加载${spacedBefore(language)}：可能网络已断开，也可能页面已更新。请重新选择，或重新加载页面。`,
};
