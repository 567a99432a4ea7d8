const BARE =
  /^(?<who>[^路轨铁航]{0,8}?)(?<length>通车总?里程|(?:运营)?线路总?(?:里程|长度?)|运营总?里程)(?<change>.*)$/u;
/** 高速 of speed or of railways is none: 高速发展, 高速铁路. */
const ROADS = /高速(?:公路)?(?!铁路|发展|增长)|轨道交通|地铁|高铁|高速铁路|铁路|农村公路|公路/gu;

/**
 * What is open to traffic, where the name does not say: 新增高速公路301公里，通车总里程突破2000公里 is of the motorways that
 * the words before speak of last.
 */
export function withRoad(before: string, text: string): string {
  const { who, length, change } = BARE.exec(text)?.groups ?? {};
  const road = length === undefined ? undefined : [...before.matchAll(ROADS)].at(-1)?.[0];
  if (road === undefined || who?.includes("高速") === true) return text;
  return `${who}${road === "高速" ? "高速公路" : road}${length}${change}`;
}
