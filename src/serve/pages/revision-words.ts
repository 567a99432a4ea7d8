import type { IndicatorRecord } from "#protocol/library.ts";

const VERDICTS = { confirmed: "经编辑核实", corrected: "经编辑订正", hidden: "经编辑隐去" } as const;

/** 经编辑订正，原印47%（统计科，2026-11-30：单位误印）; null where no editor looked at the figure. */
export function revisionWords({ revision }: Pick<IndicatorRecord, "revision">): string | null {
  if (revision === undefined) return null;
  const { verdict, printed, author, reason, date } = revision;
  const before = verdict === "corrected" ? `，原印${printed}` : "";
  return `${VERDICTS[verdict]}${before}（${author}，${date}：${reason}）`;
}
