import { foldSpace, LINE_BREAK, leadingSteps, PAGE_BREAK, SOURCE_BREAK } from "./fold-space.ts";

const ENDED = /[。！？；：.!?;:”"）)》】]$/u;
const NUMBERED =
  /^(?:第?[一二三四五六七八九十百]+[、.．章节篇条]|[(（][一二三四五六七八九十\d]+[)）]|\d+[、.．]|[①-⑳]|[-—－·●■◆])/u;
/** A line this long that ends inside a sentence was broken by the width of a page. */
const FULL_LINE = 20;

/**
 * The paragraphs of a raw text whose lines are broken by hand. A break parts paragraphs, except inside a sentence: a long line
 * that ends with no stop, before a line that is neither set in nor numbered, goes on in it.
 */
export function paragraphsOf(raw: string): string[] {
  const paragraphs: string[] = [];
  let open = "";
  let blank = true;
  for (const line of raw.replaceAll(PAGE_BREAK, "").split(LINE_BREAK)) {
    const text = foldSpace(line);
    if (text === "") {
      blank = true;
      continue;
    }
    const goesOn = !blank && leadingSteps(line) === 0 && !NUMBERED.test(text) && open.length >= FULL_LINE;
    if (goesOn && !ENDED.test(open)) open = foldSpace(`${open}${SOURCE_BREAK}${text}`);
    else {
      if (open !== "") paragraphs.push(open);
      open = text;
    }
    blank = false;
  }
  if (open !== "") paragraphs.push(open);
  return paragraphs;
}
