import { deedsIn, isDeed } from "#indicators/sentences/deeds.ts";

/** Fewer characters name neither a thing nor a deed. */
const FEWEST = 2;

/** 打算建几家: what is counted one by one. */
const MEASURE = /[个家所座条件项套户名张处辆台部片场间株亩]$/u;

/**
 * What a turn is about that names nothing new: 改造多少 after 改造提升车行道 says again what was said, 竣工了几个 after
 * 开工重点项目 asks of the same thing another deed. Null where its words (`residue`) name a thing of their own.
 */
export function sameThing(topic: string, residue: string): string | null {
  const words = residue.replaceAll(" ", "").replace(MEASURE, "");
  const thing = topic.replaceAll(" ", "");
  if (words.length < FEWEST || thing.length <= words.length) return null;
  if (thing.includes(words)) return topic;
  const rest = isDeed(words) ? deedsIn(thing).reduce((left, deed) => left.replace(deed, ""), thing) : "";
  return rest.length < FEWEST ? null : `${words} ${rest}`;
}
