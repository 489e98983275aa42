import type { samples as English } from "../en/samples";
import { count, counted, list } from "./phrases";

const figures: typeof English.figures = {
  circle: "圆形",
  square: "正方形",
  triangle: "三角形",
  star: "五角星",
  heart: "心形",
  spiral: "螺旋",
  zigzag: "锯齿",
  wave: "波浪",
  cross: "十字",
  arrow: "箭头",
};

const soundKinds: typeof English.soundKinds = {
  steadyTone: "平稳音",
  rising: "上滑音",
  falling: "下滑音",
  lowThenHigh: "先低后高",
  highThenLow: "先高后低",
  tremolo: "震音",
  vibrato: "颤音",
  slowClicks: "慢敲击",
  fastClicks: "快敲击",
  hiss: "嘶声",
};

export const samples: typeof English = {
  text: "示例文本",
  pictures: "小图片",
  strokes: "笔画",
  sounds: "声音",
  weather: "合成天气",
  temperature: "气温",
  about: {
    text: "故事：下一个字符是什么？",
    pictures: "20\u00a0×\u00a020 像素的数字和图形，逐行读取：是十类中的哪一类？也可以自己画一个。",
    strokes: "以画笔移动表示的图画：是十种图形中的哪一种？画一个试试。",
    sounds: "合成的纯音、扫频音、节奏和噪声：是十类中的哪一类？也可以自己录一段。",
    weather: "十二年的每日气温：明天有多暖和？",
  },
  figures,
  soundKinds,
  figure: ({ figure }) => figures[figure],
  soundKind: ({ kind }) => soundKinds[kind],
  numbered: ({ label, number }) => `${label}，第 ${count(number)} 个`,
  picturesMade: ({ pictures }) =>
    `${counted(pictures, "张图片")}，由本页绘制：六个数字和四种图形，每张都随机旋转、倾斜、弯曲和移动，笔的粗细随机，纸上有颗粒。`,
  strokesMade: ({ drawings, shapes }) =>
    `${counted(drawings, "幅图画")}，由本页绘制：${list(shapes, 12)}；每幅都随机旋转、倾斜和弯曲，起点不定，方向不定，笔迹略有抖动。`,
  strokesScaled: "每幅都缩放到同一大小，并分成长度相等的移动，因此位置、大小和快慢都无关紧要。",
  soundsMade: ({ sounds, kinds }) =>
    `${counted(sounds, "段声音")}，共 ${counted(kinds, "类")}，由本项目合成：纯音、扫频音、节奏和噪声，每段的音高、响度、长度和起点各不相同。`,
  weatherMade: ({ days }) =>
    `${counted(days, "天")}的气温，由本项目生成：年度波动、持续数日的天气，再加上噪声。`,
  weatherRead: ({ days }) => `网络读取 ${counted(days, "天")}，预测下一天。`,
  weatherSplit: ({ percent }) =>
    `前 ${count(percent)}% 的天数作训练集，其余留作测试集。所有数值都按训练集的均值和标准差缩放。`,
};
