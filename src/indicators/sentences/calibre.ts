import type { Figure } from "./figures.ts";

/** 同口径增长2.5%, told beside the plain growth of the same. */
const OTHER = /同口径|可比口径|自然口径|可比增长|剔除|扣除|还原/u;
/** 扣除探矿权价款收入，财政总收入…: what is told next leaves something out. */
const WITHOUT =
  /(?:扣除|剔除|不含|不计)(?!价格|物价|汇率)[\p{Script=Han}、“”]{3,30}(?:因素|收入|后|项目)?[，,][^，；。]*$/u;

/** True where the figure leaves out what the whole holds: 扣除资源价款收入，财政总收入为887亿元. */
export function leavesOut(text: string, figure: Figure): boolean {
  return WITHOUT.test(text.slice(0, figure.quantity.start));
}

/** True for a growth of another calibre, which counts only where no plain one stands before it. */
export function isOtherCalibre(figure: Figure): boolean {
  return OTHER.test(figure.lead);
}
