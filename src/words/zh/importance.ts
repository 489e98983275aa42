/** 答案取决于哪些输入。 */
import type { importance as english } from "../en/importance";
import { counted, count as countText, decimal, spaced } from "./phrases";

const calendar = {
  hourOfDay: "一天中的小时",
  dayOfWeek: "星期",
  dayOfYear: "一年中的第几天",
  month: "月份",
};

export const importance: typeof english = {
  title: "哪些输入重要",
  measure: "测量",
  again: "重新测量",
  stop: "停止",
  measuring: "正在留出样本之间交换输入",
  about:
    "排列重要性：将每个留出样本的一个输入换成另一样本的，所有时间步一起更换，再测量损失。损失升得越多，答案越依赖该输入。",
  chart: "缺少各输入时损失的上升",
  bar: "损失的上升",
  range: "95% 范围",
  input: "输入",
  from: "下限",
  to: "上限",
  calendar: ({ feature }) => calendar[feature],
  measured: ({ step, examples, repeats, loss, isClass }) =>
    `第 ${countText(step)} 步，${counted(examples, "个留出样本")}，每个输入重复 ${counted(repeats, "次")}。使用全部输入时损失为 ${decimal(loss)}${isClass ? " 奈特" : "（缩放后的平方误差）"}。`,
  unclear: ({ names }) => `就这些样本而言，与偶然无异：${names}。`,
  correlated: ({ a, b, r }) =>
    `${spaced(a).trimStart()}与${spaced(b)}相关（相关系数 ${decimal(r)}）。一个所含的信息另一个也有，因此二者可能都比各自的条形更重要。`,
};
