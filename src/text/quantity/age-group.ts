/** True for 0—14岁, 17岁, 60周岁及以上: a group of ages, which names a row or a column and is no figure of it. */
export function isAgeGroup(text: string): boolean {
  return /^\d{1,3}(?:[-—–－~～至]\d{1,3})?周?岁(?:及?以[上下])?$/u.test(text);
}
