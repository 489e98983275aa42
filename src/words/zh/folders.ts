import type { folders as English } from "../en/folders";
import { count, counted, quoted } from "./phrases";

const contents = { sounds: "声音", texts: "文本", tables: "表格" };

export const folders: typeof English = {
  title: "带标签的声音或文本",
  about:
    "录音（WAV、MP3、OGG、FLAC 以及浏览器能播放的其他格式）或文本（.txt），每个标签一个文件夹：网络将学习判断每个文件来自哪个文件夹。",
  example: "鸟\n├ 猫头鹰\n│ ├ 1.wav\n│ └ 2.mp3\n└ 鹪鹩\n  ├ a.wav\n  └ b.wav",
  picturesAbout: "PNG、JPEG 或 WebP 图片，每个标签一个文件夹：文件夹的名称就是图片的内容。",
  picturesExample: "动物\n├ 猫\n│ ├ 1.jpg\n│ └ 2.jpg\n└ 狗\n  ├ a.png\n  └ b.png",
  chooseFolder: "选择文件夹",
  chooseZip: "选择 zip",
  orDrop: "也可以把文件夹或 zip 拖到页面上。数据不会离开这台电脑。",
  reading: ({ name }) => `正在读取“${name}”…`,
  stop: "停止",
  cancel: "取消",
  starting: "正在为它建立网络",
  startingOnPictures: "正在为它们建立网络",
  readingContent: ({ content, name }) => `正在读取“${name}”中的${content ? contents[content] : "文件"}`,
  amount: ({ done, total }) => `${count(done)} / ${count(total)}`,
  labelsOf: ({ name }) => `标签：${name}`,
  whereLabels: "标签在哪里？",
  labelSource: ({ kind, from, at, part, path, column }) => {
    switch (kind) {
      case "folder":
        if (from === "top")
          return at === 0 ? "最外层文件夹的名称" : `最外层往里第\u00a0${count(at)}\u00a0层文件夹的名称`;
        return at === 0 ? "文件所在文件夹的名称" : `再往外第\u00a0${count(at)}\u00a0层文件夹的名称`;
      case "fileName":
        return "文件名；文件中每行是一个样本";
      case "namePart":
        return `文件名的第\u00a0${count(part + 1)}\u00a0部分`;
      case "nameLetters":
        return "文件名中数字之前的字母";
      case "list":
        return `${quoted(path)}的${quoted(column)}列`;
    }
  },
  labelExample: ({ file, label }) => `${file} → ${label}`,
  labelCount: ({ labels }) => `共 ${counted(labels, "个标签")}。`,
  useLabels: "使用这些标签",
  picturesTitle: "打开图片",
  picturesOf: ({ name }) => `图片：${name}`,
  readingPictures: "正在读取图片",
  usePictures: "使用这些图片",
  firstPictures: "正在读取前几张图片",
  label: ({ label, pictures }) => `${label}（${count(pictures)}）`,
  labels: ({ labels, more }) =>
    `${labels.join("、")}${more > 0 ? `，另有 ${counted(more, "个标签")}` : ""}。`,
  someOfThem: "其中一些图片，按网络读取的样子显示",
  unreadable: "无法读取",
  pixels: "像素",
  otherShapes: "其他形状",
  pad: "保持完整",
  padAbout: "其余部分以边缘的平均颜色填充。",
  crop: "裁成正方形",
  cropAbout: "只取中间部分。",
  stretch: "拉伸",
  stretchAbout: "整张图片变形填满。",
  colour: "颜色",
  grey: "灰度",
  inColour: "彩色",
  steps: "时间步为",
  rows: "行",
  columns: "列",
  dropped: "拖入的文件夹",
  chosen: "这些文件",
  nothing: ({ name }) =>
    `“${name}”无法使用：其中既没有图片（PNG、JPEG、WebP），也没有声音（WAV、MP3、OGG、FLAC、M4A）、文本（.txt）或表格（.csv）。请选择一个文件夹或 zip，其中每个标签各有一个文件夹。`,
};
