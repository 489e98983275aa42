/** 可作为文件带走的内容。 */
import type { takeAlong as english } from "../en/takeAlong";
import { count, counted, quoted, spacedBefore } from "./phrases";

export const takeAlong: typeof english = {
  title: "保存结果",
  answers: "保存答案（CSV）",
  measures: "保存指标（CSV）",
  answersHint: "每个留出答案一行，附真实值与残差；末行之后的预测也在其中。写入期间训练暂停。",
  decimal: "小数点符号",
  point: "点",
  comma: "逗号",
  mark: "UTF-8 字节顺序标记",
  markHint: "Excel 据此正确读取所有文字。",
  writing: "正在写入答案",
  stop: "停止",
  saved: ({ name, rows }) => `已保存为${quoted(name)}：${counted(rows, "行")}。`,
  harmless: ({ count: cells }) =>
    `您的数据中有 ${counted(cells, "个单元格")}会被电子表格当作公式执行，其前已加上撇号。`,
  answersFile: "答案",
  measuresFile: "指标",
  textFile: "生成文本",
  pictureSaved: ({ name }) => `已保存为${quoted(name)}。`,
  savePicture: ({ title, kind }) => `将${quoted(title)}保存为${spacedBefore(kind)}`,
  copyTable: "复制表格",
  tableCopied: ({ rows }) => `已复制表格：${counted(rows, "行")}，可粘贴到电子表格。`,
  notCopied: "浏览器不允许在此复制。",
  saveText: "保存文本",

  name: "序列",
  step: "时间步",
  series: "序列名",
  after: "末次读取",
  row: "行",
  ahead: "提前行数",
  part: "部分",
  heldOut: "留出",
  future: "未来",
  trueClass: "真实类别",
  predictedClass: "预测类别",
  isRight: "正确",
  probability: ({ label }) => `p(${label})`,
  truth: ({ column }) => `${column}：真实值`,
  prediction: ({ column }) => `${column}：预测`,
  residual: ({ column }) => `${column}：残差`,
  low: ({ column }) => `${column}：80% 下限`,
  high: ({ column }) => `${column}：80% 上限`,

  saveLanes: "将各道保存为图片",
  saveLanesAs: {
    svg: { label: "SVG", about: "任意缩放都清晰；含所有单元和时间步。" },
    png: { label: "PNG", about: "像素图；含所有单元和时间步。" },
  },
  lanesPicture: ({ layer }) => (layer === null ? "门与状态" : `${layer}的门与状态`),
  lanesNote: ({ step, cell, units, order, since }) => {
    const change = since === null ? "" : ` · 相对第 ${count(since)} 步的变化`;
    return `${cell} · 训练步 ${count(step)} · ${counted(units, "个单元")}，排列方式：${order}${change}`;
  },
  laneOrders: {
    alike: "相似的单元排在一起",
    stored: "按网络中的编号",
    memory: "时间常数最长的在最上方",
    saturation: "门最常饱和的在最上方",
    mean: "隐藏状态平均值最高的在最上方",
    effect: "对答案影响最大的在最上方",
  },
  lanesLegend: ({ next }) => `${next ? "预测" : "回答"}：正确的为粗体，错误或无从判断的为灰色。`,
  unitAxis: "单元",
  inputAxis: "输入",
  cellPicture: ({ place }) => `单元结构，${place}`,
  cellNote: ({ step, cell }) => `${cell} · 训练步 ${count(step)}`,
  chainPicture: ({ from, to }) => `展开的单元，t = ${from} 到 ${to}`,
  chainLegend: ({ gate, is }) =>
    `竖条为状态；连线越浓，该单元在这一步保留的比例越大：${is === "kept" ? gate : `1 − ${gate}`}。`,
  chainWithoutWires: "竖条为状态。没有保留状态的门：每一步都重新生成状态。",
  wireScales: {
    gate: "门（虚线）",
    state: "−1 到 1",
    open: "无界数值",
    change: "变化",
    power: "响度",
  },
  wires: "连线的颜色表示其数值，数值越大连线越宽。",

  measured: "测量对象",
  model: "模型",
  measure: "指标",
  value: "数值",
};
