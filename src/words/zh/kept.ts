import type { kept as English } from "../en/kept";

export const kept: typeof English = {
  foreign: "这不是保存的训练：文件开头的标识不符。",
  newer: "它由本页面的更新版本生成。请重新载入页面以获取最新版本。",
  damaged: "文件已损坏：其中各部分互不相符。",
  cutOff: "文件不完整：缺少结尾部分。请重新保存或传输。",
  gone: "它已不再保存在此处。",
  full: "浏览器分配给本页面的存储空间已满",
  refused: ({ said }) => `浏览器的存储无法使用（${said}）`,
  dataUnreadable: "数据所在的文件已无法读取",
  insecure: "此地址既不是 https 也不是 localhost，浏览器只为这样的页面保存训练",
  notKept: ({ why }) => `未能保存：${why}。训练会继续进行，但关闭页面后将会丢失。`,
  notOpened: ({ why }) => `保存的训练无法打开。${why}`,
  failed: ({ why }) => `操作未成功：${why}。`,
  noData: "其中没有数据：保存时未包含数据。",
};
