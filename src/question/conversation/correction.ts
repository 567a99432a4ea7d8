const SORRY = "哎呀?|唉|哦|噢|喔|啊|呃|嗯|诶|不好意思|抱歉|对不起|等等|等一?下|慢着|稍等|sorry|oops|wait";
const WRONG =
  "(?:我|俺|你|您|刚才|刚|前面|上面|上一句|又|可能|好像|是|都)*(?:说|问|打|写|讲|搞|弄|输|记|看|听|选)(?:错|混|岔|反|糊涂|颠倒|漏)(?:年份?|地方|区|地区|字|名字)?(?:了|啦|咯|喽)?(?:噻|嘛|哈|哦|吧)?|口误|笔误|(?:不|错|不对|不是|错了)+";
/** 不是江北, 我不要目标. */
const NOT_THIS = "(?:我|俺)?不(?:是|要|看|问|算)[^?吗么]{1,12}";
const CLAUSES = /[^,，。;；!！~\s]+[,，。;；!！~\s]*/gu;
const TAKEN_BACK = new RegExp(`^(?:${SORRY})*(?:(?:${WRONG})(?:${SORRY}|哈)*|${NOT_THIS})$`, "u");
/** 说错了应该是渝北: no comma between. */
const RUN_ON = new RegExp(`^((?:${SORRY})*(?:${WRONG}))(?=我|应该|要|问|改|换)`, "u");
const POLITE = new RegExp(`^(?:${SORRY})+$`, "u");
const MARKS = /[,，。;；!！~\s]+$/u;
/** 我是说…, 应该是…, 要的是…: what leads to the thing that is meant. */
const MEANT =
  /^(?:我|俺|咱)?(?:其实|本来|原本)?(?:应该|是|要|想|该)*(?:说|问|讲|指|查|看|要|换成|改成|改为)?的?(?:应该|是)*(?=.)/u;

/** No, I meant Yubei: what takes back and leads to the thing meant in English. */
const TAKEN_BACK_IN_ENGLISH =
  /^(?:(?:no|sorry|oops|wait)[, ]+)*i (?:meant|mean|was asking about|am asking about) (?=.)/u;

/** A turn without the words that take back what was said before. */
export interface Corrected {
  readonly words: string;
  readonly corrects: boolean;
}

/** 渝北的 and true for 哎呀搞混了，我是说渝北的; a turn that takes nothing back is given as it is. */
export function withoutCorrection(folded: string): Corrected {
  if (TAKEN_BACK_IN_ENGLISH.test(folded))
    return { words: folded.replace(TAKEN_BACK_IN_ENGLISH, ""), corrects: true };
  const clauses = folded.replace(RUN_ON, "$1,").match(CLAUSES) ?? [];
  const takes = (clause: string): boolean => TAKEN_BACK.test(clause.replace(MARKS, ""));
  const kept = clauses.filter((clause) => !takes(clause) && !POLITE.test(clause.replace(MARKS, "")));
  if (!clauses.some(takes) || kept.length === 0) return { words: folded, corrects: false };
  return { words: kept.join("").replace(MEANT, "").replace(MARKS, ""), corrects: true };
}
