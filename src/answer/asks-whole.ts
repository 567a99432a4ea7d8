import type { Question } from "#question/question.ts";

const WHOLE =
  /全体|所有|不分(?:城乡|城镇|地区)|城乡(?:合在?一起|合计|全部|合起来)|全[区市县省](?:的)?(?:居民|人)/u;

/** 全体居民, 不分城乡: the figure of the whole and of none of its parts. */
export const asksWhole = ({ asked }: Question): boolean => WHOLE.test(asked);
