import type { cells as English } from "../en/cells";

const open = (letter: string) => `无界：颜色取 ${letter} / (1 + |${letter}|)`;

export const cells: typeof English = {
  quantities: {
    updateGate: "更新门",
    resetGate: "重置门",
    inputGate: "输入门",
    forgetGate: "遗忘门",
    outputGate: "输出门",
    candidate: "候选状态",
    cellState: "细胞状态",
    hiddenState: "隐藏状态",
    input: "输入",
    oldState: "旧状态",
    newState: "新状态",
    oldCellState: "旧细胞状态",
    newCellState: "新细胞状态",
  },
  meanings: {
    updateGate: "1 保留旧状态，0 采用候选状态",
    resetGate: "1 让旧状态进入，0 将其挡住",
    candidate: "备选的新状态，−1\u00a0到\u00a01",
    memory: "网络记住的内容，−1\u00a0到\u00a01",
    readingGate: "1 读取输入，0 将其挡住；每个输入一个",
    hidingGate: "1 对候选状态隐去旧状态",
    openCandidate: `备选的新状态，${open("c")}`,
    takingGate: "1 采用候选状态，0 保留旧状态",
    openMemory: `网络记住的内容，${open("h")}`,
    writingGate: "1 把候选状态写入细胞状态",
    keepingGate: "1 保留细胞状态，0 将其清空",
    writtenCandidate: "可写入的内容，−1\u00a0到\u00a01",
    showingGate: "1 把细胞状态输出为隐藏状态",
    cellState: `保存在内部的内容，${open("c")}`,
    shownState: "细胞状态输出的部分，−1\u00a0到\u00a01",
    onlyState: "网络的全部状态，−1\u00a0到\u00a01",
  },
};
