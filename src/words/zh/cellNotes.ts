import type { cellNotes as English } from "../en/cellNotes";
import { quoted, spacedBefore } from "./phrases";

export const cellNotes: typeof English = {
  nodes: {
    oldState: { name: "旧状态 h′", meaning: "本单元在这一步之前的隐藏状态；第一步之前为 0。" },
    input: { name: "输入 x", meaning: "这一步读取的内容，是所有单元都能看到的向量。" },
    updateGate: { name: "更新门 z", meaning: "旧状态保留多少：1 表示保留，0 表示改用候选状态。" },
    resetGate: { name: "重置门 r", meaning: "旧状态有多少进入候选状态：1 表示全部，0 表示没有。" },
    resetProduct: { name: "重置后的部分", meaning: "旧状态的贡献中，重置门放行到候选状态的部分。" },
    resetState: { name: "重置后的旧状态", meaning: "在矩阵乘法之前，旧状态中由重置门放行的部分。" },
    resetStatePart: {
      name: "旧状态对候选状态的贡献",
      meaning: "所有单元的旧状态先各自经过重置门，再加权求和，计入候选状态。",
    },
    candidate: { name: "候选状态 n", meaning: "备选的新状态，由输入和重置门放行的部分得出。" },
    keptState: { name: "保留的旧状态", meaning: "旧状态中保留下来的部分。" },
    oneMinusZ: { name: "1 减 z", meaning: "更新门不保留的部分，留给候选状态。" },
    takenCandidate: { name: "采用的候选状态", meaning: "候选状态中进入新状态的部分。" },
    stateSum: { name: "求和", meaning: "保留的部分与采用的部分相加，得到新状态。" },
    mixedState: {
      name: "新状态 h",
      meaning: "本单元当前的隐藏状态：旧状态与候选状态按更新门加权混合。",
    },
    hidingGate: { name: "遗忘门 f", meaning: "对候选状态隐去多少旧状态：1 表示全部，0 表示没有。" },
    oneMinusF: { name: "1 减 f", meaning: "遗忘门没有隐去的部分，候选状态能看到。" },
    seenState: { name: "候选状态所见的旧状态", meaning: "旧状态中能被所有单元的候选状态看到的部分。" },
    readingGate: {
      name: "输入门 i",
      meaning: "每个输入读取多少：1 表示全部，0 表示没有。它属于输入而不属于某个单元，这里显示平均值。",
    },
    readInput: {
      name: "候选状态所见的输入",
      meaning: "各输入分别乘以自己的输入门，是所有单元的候选状态都能看到的向量。",
    },
    openCandidate: {
      name: "候选状态 c",
      meaning: "备选的新状态，由两个门放行的部分得出。偏置加在 tanh 之外，因此没有上下界。",
    },
    takingGate: { name: "输出门 o", meaning: "候选状态采用多少：1 表示全部采用，0 表示保留旧状态。" },
    oneMinusO: { name: "1 减 o", meaning: "输出门没有采用候选状态的部分，留给旧状态。" },
    openState: {
      name: "新状态 h",
      meaning: "本单元当前的隐藏状态：候选状态与旧状态按输出门加权混合。",
    },
    oldCellState: { name: "旧细胞状态 c′", meaning: "本单元在这一步之前的细胞状态；第一步之前为 0。" },
    keepingGate: { name: "遗忘门 f", meaning: "旧细胞状态保留多少：1 表示保留，0 表示清空。" },
    writingGate: {
      name: "输入门 i",
      meaning: "候选状态有多少写入细胞状态：1 表示全部，0 表示没有。",
    },
    writtenCandidate: { name: "候选状态 g", meaning: "可以写入细胞状态的内容。" },
    showingGate: {
      name: "输出门 o",
      meaning: "细胞状态有多少输出为隐藏状态：1 表示全部，0 表示没有。",
    },
    keptCellState: { name: "保留的旧细胞状态", meaning: "旧细胞状态中保留下来的部分。" },
    written: { name: "写入细胞状态的部分", meaning: "候选状态中写入的部分。" },
    cellStateSum: { name: "求和", meaning: "保留的部分与写入的部分相加，得到新细胞状态。" },
    newCellState: { name: "新细胞状态 c", meaning: "本单元当前的细胞状态，原样传给下一步。" },
    squashedCellState: { name: "细胞状态的 tanh", meaning: "把细胞状态压缩到 −1 与 1 之间。" },
    shownCellState: { name: "输出的细胞状态", meaning: "细胞状态中外部可见的部分。" },
    shownState: { name: "新状态 h", meaning: "本单元当前的隐藏状态：细胞状态经输出门输出的部分。" },
    squashedSum: { name: "和的 tanh", meaning: "每一步都重新计算新状态：旧状态不会被保留。" },
    onlyState: {
      name: "新状态 h",
      meaning: "本单元当前的隐藏状态，由输入和所有单元的旧状态得出。",
    },
  },
  targets: {
    updateGate: "更新门",
    resetGate: "重置门",
    inputGate: "输入门",
    forgetGate: "遗忘门",
    outputGate: "输出门",
    candidate: "候选状态",
    newState: "新状态",
  },
  inputPartName: ({ into }) => `输入对${into}的贡献`,
  inputPartMeaning: ({ into }) => `输入计入本单元${into}的部分：加权和与偏置。`,
  hiddenPartName: ({ into }) => `旧状态对${into}的贡献`,
  hiddenPartMeaning: ({ into, bias }) =>
    `所有单元的旧状态计入本单元${into}的部分：加权和${bias ? "与偏置" : ""}。`,

  rowOfUnit: ({ formula }) => `本单元的一行：${formula}`,
  rowOfUnitFor: ({ symbol, formula }) => `x 取${quoted(symbol)}，本单元的一行：${formula}`,
  meanOfInputs: ({ formula }) => `所有输入的平均值：${formula}`,
  meanOfGate: ({ formula }) => `该门的平均值为${spacedBefore(formula)}`,
  symbolRead: ({ symbol }) => `x = ${quoted(symbol)}的向量`,
  featuresRead: ({ step }) => `x = 时间步 ${step} 的特征`,
  layerRead: ({ layer, step }) => `x = 第 ${layer} 层在时间步 ${step} 的输出`,
};
