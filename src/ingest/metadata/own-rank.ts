/** How a text speaks of its own region: 全市, 我州. */
const OWN = /[全我](省|市|县|区|州|盟|旗|镇|国)(?![际营民有级外])|(自治区)/gu;
const LEAST = 3;

/**
 * The rank that a text calls its own region by most (市 for 全市), or null where it seldom does or as often by another.
 * 自治区 counts as itself, since 全区 is said of districts too.
 */
export function ownRank(text: string): string | null {
  const counts = new Map<string, number>();
  for (const [, rank, autonomous] of text.matchAll(OWN)) {
    const word = rank ?? autonomous ?? "";
    // 全国 is said in every report.
    counts.set(word, (counts.get(word) ?? 0) + (word === "国" ? 0.3 : 1));
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < LEAST) return null;
  return second !== undefined && second[1] > first[1] * 0.8 && second[0] !== "自治区" ? null : first[0];
}

/** True where a region of that name is of that rank: 江北区 and 宁夏回族自治区 for 区. */
export const isOfRank = (name: string, rank: string): boolean =>
  rank === "国" ? name === "全国" : name.endsWith(rank) && (rank !== "州" || /自治州$/.test(name));
