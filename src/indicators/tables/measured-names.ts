/** Names that say what is measured; any other (教育文化娱乐, 公路) is a part of what it lies under. */
export const MEASURED =
  /(?:支出|收入|利润|税|费|率|值|额|量|数|资金|基金|贷款|存款|债券|面积|人口|投资|里程|指数|补助|补贴|结余|结转)$/u;
