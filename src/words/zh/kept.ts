import type { kept as English } from "../en/kept";
import { nbsp } from "../formats";

import { bytes, count, decimal, quoted, share } from "./phrases";

export const kept: typeof English = {
  title: "训练列表",
  newestFirst: "已保存的训练，最新的在前",
  none: "还没有。您的训练会自动保存在这里。",
  close: "关闭",
  differs: ({ parts }) => parts.join("，"),
  numbered: ({ name, number }) => `${name}（${count(number)}）`,
  isHere: "已在此打开",
  isElsewhere: "已在另一个标签页中打开",
  name: "名称",
  note: "备注",
  edit: ({ name }) => `${quoted(name)}的名称和备注`,
  again: ({ name }) => `换一个随机种子再训练${quoted(name)}`,
  delete: ({ name }) => `删除${quoted(name)}`,
  save: ({ name }) => `将${quoted(name)}保存到文件`,
  savePresent: "将此训练保存到文件",
  saveWithoutData: "保存到文件，不含数据",
  openFile: "打开文件…",
  deleted: "已删除的训练",
  wasDeleted: ({ name }) => `${quoted(name)}已删除。`,
  undo: "撤销",
  unread: "无法读取的训练",
  unreadRun: ({ why }) => `有一个保存的训练在此无法读取。${why}`,
  forget: "永久删除",
  atStep: ({ step }) => `第${nbsp}${count(step)}${nbsp}步`,
  best: ({ loss, nats }) => `最佳验证损失${nbsp}${decimal(loss)}${nats ? `${nbsp}奈特` : ""}`,
  bits: ({ bits, unit }) => `每${unit === "words" ? "词" : "字符"}${nbsp}${decimal(bits)}${nbsp}比特`,
  accuracy: ({ accuracy }) => `准确率${nbsp}${share(accuracy)}`,
  squaredError: ({ error }) => `平方误差${nbsp}${decimal(error)}`,
  improvement: ({ improvement, compared }) => {
    if (improvement === null) return "没有可比较的基线";
    const than = `RMSE 比最佳基线${improvement < 0 ? "高" : "低"}${nbsp}${share(Math.abs(improvement))}`;
    if (compared === "unclear") return `${than}，没有明显差别`;
    return compared === "tooFew" ? `${than}，预测太少，不下结论` : than;
  },
  usage: ({ used, quota }) => `在此浏览器中占用 ${bytes(used)}，上限 ${bytes(quota)}。`,
  persisted: "浏览器不会自行清除。",
  notPersisted: "磁盘空间不足时，浏览器可能会清除。",
  foreign: "这不是保存的训练：文件开头的标识不符。",
  newer: "它由本页面的更新版本生成。请重新载入页面以获取最新版本。",
  damaged: "文件已损坏：其中各部分互不相符。",
  altered: "文件已损坏：内容在传输或存放时发生了变化。请重新保存或传输。",
  emptyFile: "文件是空的（0 字节）。请重新保存或传输。",
  cutOff: "文件不完整：缺少结尾部分。请重新保存或传输。",
  gone: "它已不再保存在此处。",
  full: "浏览器分配给本页面的存储空间已满",
  refused: ({ said }) => `浏览器的存储无法使用（${said}）`,
  dataUnreadable: "数据所在的文件已无法读取",
  insecure: "此地址既不是 https 也不是 localhost，浏览器只为这样的页面保存训练",
  notKept: ({ why }) =>
    `未能保存：${why}。训练会继续进行，但关闭页面后将会丢失。可在“训练列表”中保存到文件。`,
  notOpened: ({ why }) => `保存的训练无法打开。${why}`,
  failed: ({ why }) => `操作未成功：${why}。`,
  thinned: "它的权重已为较新的训练腾出空间，因此作为新的训练从头开始。",
  framesMadeRoom: "存储空间已满。一次较早训练的历史画面已为此腾出空间，其权重仍保留。",
  weightsMadeRoom: "存储空间已满。一次较早训练的权重已为此腾出空间，其曲线仍保留。",
  racerMadeRoom: "存储空间已满。一场已暂停竞赛中某次训练的权重已为此腾出空间，它在该竞赛中将从头开始。",
  noData: "其中没有数据：保存时未包含数据。",
};
