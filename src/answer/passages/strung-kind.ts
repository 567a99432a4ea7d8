import { foldPlain } from "#text/fold.ts";

/** 哪些文化活动: the kind of thing a list is asked of, at the end of the question. */
const KIND =
  /(?:哪(?:些|几[个家项条座所处]?|[二两三四五六七八九十][个家项条座所处])|什么|啥)([\u4e00-\u9fff]{3,8})[?]?$/u;

/** 全民阅读、艺术节等文化活动 where 哪些文化活动 is asked: whether words string such things together under their very name. */
export function stringsKind(asked: string, words: string): boolean {
  const kind = KIND.exec(foldPlain(asked))?.[1];
  return (
    kind !== undefined && new RegExp(`、[^，。；、]{2,}等(?:[一\\d]+[批个家项])?${kind}`, "u").test(words)
  );
}
