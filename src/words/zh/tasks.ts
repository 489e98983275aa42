import type { tasks as English } from "../en/tasks";
import { counted, decimal, quoted } from "./phrases";

const nextValues = { label: "预测步数", hint: "每个时间步要预测后面多少个值。" };

const byName: typeof English.byName = {
  copy: {
    title: "复制",
    description:
      "先读入若干符号，随后一段时间什么也没有，最后出现回忆标记。读到标记时，要按原来的顺序给出这些符号。",
    shows: "更新门能否保持在 1 附近以保留状态：每个符号都要写入状态，完好地保存到延迟结束，再按次序读出。",
    parameters: {
      symbols: { label: "要复制的符号数", hint: "需要同时记住多少个符号。" },
      alphabet: { label: "字母表", hint: "共有多少种符号。" },
      delay: { label: "延迟", hint: "最后一个符号与回忆标记之间的步数。" },
    },
  },
  adding: {
    title: "加法",
    description: "每一步读入一个 0 到 1 之间的数，其中少数带有标记。最后一步之后，要给出带标记的数之和。",
    shows: "只写入带标记的数：在整个序列中，重置门和更新门要放入带标记的数，并把其余的数全部挡在外面。",
    parameters: {
      steps: {
        label: "步数",
        hint: "一个序列中有多少个数。第一个标记在前半段，所以大约要记住这么久。",
      },
      terms: { label: "带标记的数", hint: "要把多少个数相加。" },
    },
  },
  temporalOrder: {
    title: "时间次序",
    description: "许多无意义的符号中夹着几个 X 和 Y。最后一步之后，要给出它们的次序：XX、XY、YX 或 YY。",
    shows: "记住什么先来、什么后来：第二个 X 或 Y 要与第一个并存而不覆盖它，中间的一切都要忽略。",
    parameters: {
      steps: { label: "步数", hint: "最长序列的符号数；最短的少十分之一。" },
      relevant: { label: "有意义的符号", hint: "X 和 Y 共有多少个；每多一个，类别数翻倍。" },
    },
  },
  parity: {
    title: "奇偶",
    description: "每一步读入 0 或 1，并要回答到目前为止 1 的个数是偶数还是奇数。",
    shows: "状态要切换，而不是填充：遇到 1 必须翻转，遇到 0 必须保持，一次出错，后面全错。",
    parameters: {
      steps: { label: "位数", hint: "计数要保持正确多久。" },
      modulus: { label: "模数", hint: "2 问奇偶，3 问个数除以 3 的余数，依此类推。" },
    },
  },
  dyck: {
    title: "括号（Dyck-k）",
    description: "几种括号开开合合，始终配对。每一步都要回答：接下来能闭合的是哪种括号，或者没有。",
    shows: "门能否充当栈：开括号写入的内容，要在它里面的一切都闭合之后原样出现。",
    parameters: {
      pairs: { label: "对数", hint: "一个序列中括号的对数，序列长度是它的两倍。" },
      kinds: { label: "括号种类", hint: "k，即不同括号的种数。" },
      depth: { label: "最大深度", hint: "最多可以同时打开多少个括号，它们都要记住。" },
    },
  },
  echo: {
    title: "延迟回声",
    description: "每一步读入一个随机符号，并要给出固定步数之前的那个符号。",
    shows:
      "队列：延迟有多长，状态中就同时存着多少个符号；每一步写入一个、移动全部、读出一个。门每一步都要工作，不能一直停在 1 附近只作保留。",
    parameters: {
      delay: { label: "延迟", hint: "多少步之后要给出该符号，也就是要同时记住多少个。" },
      echoed: { label: "要回答的符号数", hint: "延迟之后的步数；序列长度是两者之和。" },
      alphabet: { label: "字母表", hint: "共有多少种符号。" },
    },
  },
  reber: {
    title: "Reber 语法",
    description:
      "由一个小型人工语法生成的字符串，外面加上包裹，使倒数第二个符号与第二个相同。每一步都要在可能的范围内预测下一个符号。",
    shows:
      "短期记忆与长期记忆并存：少数单元一步步跟随语法，另一些单元的门则要在整个内部字符串期间记住 T 或 P。",
    parameters: {
      embeddings: { label: "嵌套层数", hint: "字符串被包裹多少层；每层多一个要记到最后的符号。" },
      longest: { label: "最长内部字符串", hint: "内部字符串最多多少个符号；最短为 5 个。" },
    },
  },
  mackeyGlass: {
    title: "Mackey–Glass 序列",
    description:
      "一个几乎会重复自己的混沌序列，来自一个带延迟的方程，过去的值要过一段时间才起作用。每一步都要预测后面的值。",
    shows: "记住一整段历史：序列如何继续取决于延迟之内的所有值，因此各单元要保存新旧不同的值。",
    parameters: {
      steps: { label: "步数", hint: "一个序列中有多少个值；每 6 个时间单位读一个值。" },
      delay: {
        label: "延迟 τ",
        hint: "以时间单位计。16 及以下时序列重复，从 17 起变为混沌，延迟越长越混沌。",
      },
      horizon: nextValues,
    },
  },
  sineMixture: {
    title: "正弦混合",
    description: "若干正弦波之和，频率、相位和振幅在每个序列中都不同。每一步都要预测后面的值。",
    shows: "在序列之内学习：权重懂得正弦波，但眼前是哪几个，要从最初几步看出来，并保存在状态中。",
    parameters: {
      steps: { label: "步数", hint: "一个序列中有多少个值；一个周期为 11 到 31 步。" },
      waves: { label: "波数", hint: "把多少个正弦波相加；每个波有三个未知数。" },
      horizon: nextValues,
    },
  },
  denoise: {
    title: "带噪正弦",
    description: "读入一个频率和相位未知、带有噪声的正弦波，每一步都要给出去掉噪声后的值。",
    shows: "门作为滤波器：变化缓慢的状态能把噪声平均掉，但又要跟上波的转向。更新门学会对每个新值相信多少。",
    parameters: {
      steps: { label: "步数", hint: "一个序列中有多少个值；一个周期为 11 到 31 步。" },
      noise: { label: "噪声", hint: "噪声的标准差；波的范围是 −1 到 1。" },
    },
  },
};

export const tasks: typeof English = {
  dialog: "记忆任务",
  task: "任务",
  cancel: "取消",
  use: "使用此任务",
  byName,
  title: ({ task }) => byName[task].title,
  label: ({ task, parameter }) => {
    const parameters: Readonly<Record<string, { readonly label: string } | undefined>> =
      byName[task].parameters;
    return parameters[parameter]?.label ?? parameter;
  },
  showsTitle: "考察内容。",
  outOfRange: "所有数值都在范围内时，这里会显示可供比较的损失。",
  from: "出处：",
  newTab: "（在新标签页中打开）",
  withoutMemory: "无记忆时的损失",
  perfectMemory: "完美记忆时的损失",
  notKnown: "未知",
  loss: ({ loss, kind }) => {
    if (loss === 0) return "0";
    return kind === "class" ? `${decimal(loss)}\u00a0奈特` : `${decimal(loss)}（平方误差）`;
  },
  range: ({ hint, min, max }) => `${hint}范围：${min} 到 ${max}。`,
  parameter: ({ label, value }) => `${label} ${value}`,
  parameters: ({ parameters }) => parameters.join(" · "),
  suggestion: ({ units, steps, varies, batch, learningRate }) =>
    `初始设置：${units.join(" + ")} 个隐藏单元，序列${varies ? "最长" : "长"} ${counted(steps, "步")}，批次大小 ${batch}，学习率 ${learningRate}。`,

  noBracket: "无",
  noisy: "带噪的值",
  clean: "无噪的值",
  number: "数",
  mark: "标记",
  sum: "和",

  whyCopy: ({ symbols, alphabet }) =>
    `回忆标记说明了何时作答，但 ${counted(symbols, "个答案")}各自只能在 ${counted(alphabet, "个符号")}中猜测；其余各步都是确定的。`,
  whyAdding: ({ terms }) =>
    `最好的回答是和的均值 ${terms / 2}；和的方差是 0 到 1 之间一个数的方差（1/12）的 ${counted(terms, "倍")}。`,
  whyTemporalOrder: ({ orders }) =>
    `最后一个符号总是 B，因此只能在 ${counted(orders, "种")}同样常见的次序中猜测。`,
  whyParity: ({ modulus }) =>
    modulus === 2
      ? "读入的位只在第一步决定答案；此后无论它是什么，奇数与偶数的可能性都相同。"
      : "读入的位只在第一步决定答案，在随后几步略有帮助；之后每个余数的可能性都相同。",
  whyDyck: "开括号说明了什么可以闭合它；而在闭括号之后，是否还有括号未闭合、是哪一种，只能猜测。",
  whyEcho: ({ delay, alphabet }) =>
    `读入的符号与 ${counted(delay, "步")}之前的符号无关，后者只能在 ${counted(alphabet, "个符号")}中猜测；回声是否已经开始也只能猜测。`,
  whyReber: "大多数符号出现在语法的多处，而已知的只有刚读入的那一个：能预测的只是各个符号跟在它后面的频率。",
  whyMackeyGlass:
    "单凭一个值看不出序列是升是降。仅由它作出的最佳预测，即相近的值之后各值的平均，是在一个很长的序列上测得的。",
  whySineMixture:
    "单凭一个值看不出波是升是降，也看不出快慢。仅由它作出的最佳预测是该值乘以一个系数；对下一个值，这个系数是各频率余弦的平均。",
  whyDenoise: "由一个带噪的值作出的最佳估计，是波上所有可能产生它的点的平均，权重为相应噪声的概率。",

  notAllowed: ({ task, label, integer, min, max }) =>
    `${task}：${quoted(label)}必须是 ${min} 到 ${max} 之间的${integer ? "整数" : "数"}。`,
};
