import type { faults as English } from "../en/faults";

const parts: typeof English.parts = {
  page: "页面",
  header: "页眉",
  runs: "训练列表",
  engineChoice: "计算引擎选择",
  languageChoice: "语言选择",
  themeChoice: "主题选择",
  transport: "训练控制栏",
  failure: "引擎消息",
  benchmark: "基准测试",
  notices: "通知",
  drop: "文件拖放",
  settings: "设置",
  data: "数据面板",
  networkPanel: "网络设置",
  trainingPanel: "训练设置",
  stage: "主视图",
  sequenceChoice: "序列选择",
  lanes: "门的热力图",
  cell: "循环单元",
  profile: "性能分析",
  importance: "输入的重要性",
  progress: "损失曲线",
  chart: "图表",
  evaluation: "评估",
  forecasts: "预测图",
  errors: "误差图",
  generate: "生成的文本",
  dialog: "对话框的内容",
  tableDialog: "表格对话框",
  folderDialog: "声音与文本对话框",
  elsewhereDialog: "“在别处使用”对话框",
  networkDialog: "打开网络的对话框",
  pictureDialog: "图片对话框",
};

export const faults: typeof English = {
  parts,
  notLoaded: ({ what }) =>
    `${what}无法加载：可能网络已断开，也可能页面已更新。其他部分照常工作。重新加载可获得新版本，训练会恢复到保存时的状态。`,
  stopped: ({ what, said }) => `${what}因页面的缺陷停止工作（${said}）。其他部分和本次训练照常进行。`,
  nothingKept:
    "未能保存：负责保存训练的部分无法加载。训练会继续进行，但关闭页面后将会丢失。打开“训练列表”会再次尝试。",
  withoutMessage: "没有说明",
  retry: "重试",
  close: "关闭",
};
