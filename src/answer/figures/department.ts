/** 中共上海市普陀区委社会工作部2024年度部门决算: the office before the year, where it is more than a place. */
const ACCOUNTS = /^(?<office>.{4,40}?)(?:19|20)\d\d年度?(?:部门|单位)[预决]算/u;
const PLACE = /[省市区县州盟旗]$/u;

/** The office whose accounts a title announces; null for the accounts of a place, and for any other paper. */
export function departmentOf(title: string): string | null {
  const office = ACCOUNTS.exec(title)?.groups?.["office"] ?? null;
  return office === null || PLACE.test(office) ? null : office;
}
