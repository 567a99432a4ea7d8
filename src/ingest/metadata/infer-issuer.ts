const OFFICE =
  /^[\u4e00-\u9fff]{1,20}?(?:人民政府(?:办公[室厅])?|委员会|管委会|统计局|财政局|调查队|发展改革[委局]|发展和改革局|发改[委局]|办事处)/;
const ENDS = /(?:人民政府|委员会|统计局|财政局|调查队|发展改革[委局]|发展和改革局|发改[委局]|办事处)$/;
/** An office stands behind the meeting that heard it and behind the date. */
const BEHIND =
  /.*(?:会议上?|大会上|通过|印发|\d日|[一二三四五六七八九十]日|^日(?!照)|第[一二三四五六七八九十]{1,4}届)/;
const SPOKEN =
  /([\u4e00-\u9fff]{2,30}人民政府)(?:代)?(?:区|县|市|省|州)?长|([\u4e00-\u9fff]{2,30}人民政府)(?:主席|旗长|盟长)/;
const COMMISSIONED =
  /(?:受|代表)([\u4e00-\u9fff]{2,16}[省市县区州旗盟镇乡]人民政府|[\u4e00-\u9fff]{2,16}(?:统计局|财政局|委员会|发改委))(?:委托|，|,|向)/;
const LONGEST = 30;

/** The office that gave a report: a line of its own on top, the speaker's office, or the one the first words name. */
export function inferIssuer(front: readonly string[], text: string, region: string | null): string | null {
  const own = front.filter((line) => line.length <= LONGEST && ENDS.test(line));
  const spoken = SPOKEN.exec(front.join("\n"));
  const candidates = [
    ...own,
    spoken?.[1] ?? spoken?.[2] ?? "",
    COMMISSIONED.exec(text.slice(0, 1500))?.[1] ?? "",
  ];
  const office = candidates.map(officeIn).find((name) => name !== null) ?? null;
  // 自治区人民政府, 县人民政府: whose it is stands elsewhere.
  if (office === null || region === null || !/^(?:自治[区州县旗]|省|市|县|区|州)人民政府/.test(office))
    return office;
  return `${region}${office.replace(/^(?:自治[区州县旗]|省|市|县|区|州)/, "")}`;
}

/** The first office of a line (two may stand side by side), without the meeting or date before it. */
function officeIn(line: string): string | null {
  return OFFICE.exec(line.replaceAll(" ", "").replace(BEHIND, ""))?.[0] ?? null;
}
