import { z } from "zod";
import partWordsFile from "./part-words.json" with { type: "json" };

const data = z
  .strictObject({
    about: z.string(),
    attribute: z.string().min(1),
    measure: z.string().min(1),
    head: z.string().min(1),
    time: z.string().min(1),
    kind: z.string().min(1),
    asks: z.string().min(1),
    change: z.string().min(1),
    each: z.string().min(1),
    shared: z.string().min(1),
    compare: z.string().min(1),
    operation: z.string().min(1),
    check: z.string().min(1),
  })
  .parse(partWordsFile);

/** The closed classes of words by which a question comes apart, compiled once. All expect folded text. */
export const partWords = {
  asks: new RegExp(data.asks, "u"),
  /** A与B对比: both are told. */
  compare: new RegExp(data.compare, "u"),
  operation: new RegExp(data.operation, "u"),
  check: new RegExp(data.check, "u"),
  time: new RegExp(data.time, "u"),
  /** 规模 and nothing before it but a word of time or kind: it is asked of what was named before. */
  bare: new RegExp(
    `^(?:(?:${data.time})|(?:${data.kind})|(?:${data.attribute})|(?:${data.measure})|(?:${data.change})|[的和及其为在上年比了数长到达至占有比高低多少出全定要想做再又]|保持|控制|打算|准备|争取|同比|国家?)+$`,
    "u",
  ),
  kindFirst: new RegExp(`^(?:${data.kind})`, "u"),
  /** 打算新增就业: that it is meant to be so stands before the name. */
  intendedFirst: new RegExp(`^(?:${data.kind}|打算|准备|争取|[想要再])+`, "u"),
  onlyTime: new RegExp(`^(?:${data.time})$`, "u"),
  /** 2011年目标: a time or a kind alone. */
  timed: new RegExp(`^(?:${data.time})?的?(?:${data.kind})?(?:数|值)?$`, "u"),
  /** What the name of a figure ends with. */
  headed: new RegExp(`(?:${data.head}|${data.attribute})$`, "u"),
  /** The words of a name that say only what is measured of it. */
  attributes: new RegExp(`(?:的?(?:${data.attribute}|${data.kind}))+$`, "u"),
  /** A、B增长目标: said of the last and meant of all. */
  shared: new RegExp(`(?:${data.shared})$`, "u"),
  /** 清苑县1998年: a time or a time and a kind at the end. */
  endsTimed: new RegExp(`(?:${data.time})(?:的?(?:${data.kind}))?$`, "u"),
  /** A、B|各|是多少: things, and what is asked of each. */
  each: new RegExp(`^(?<list>.*?)(?:${data.each})(?<predicate>[^各]*)$`, "u"),
};
