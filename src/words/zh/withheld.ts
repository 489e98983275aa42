import type { withheld as English } from "../en/withheld";

export const withheld: typeof English = {
  notOfText: "不适用于文本：反向读取会提前看到要预测的内容。",
  answersLieAhead: "不适用于这些数据：答案就在序列的后面，反向读取会提前看到。",
  textOnly: "只有文本才会从一个序列延续到下一个。",
  classesOnly: "仅适用于答案为类别的数据。",
  labelsOnly: "仅适用于带标签的数据。",
  oneLayer: "只有一层时，层与层之间没有可失活的输出。",
  featuresAreRead: "仅适用于符号；这些数据是特征。",
  dataHasLength: "序列长度由数据本身决定。",
};
