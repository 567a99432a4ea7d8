import { expect, test } from "vitest";
import { questionsIn } from "./one-by-one.ts";

test.each([
  ["那个基地叫什么？另外当年改造了多少户危房？", ["那个基地叫什么？", "当年改造了多少户危房？"]],
  ["How long is it, and when does it open?", ["How long is it", "when does it open?"]],
  ["江北2022年GDP是多少？", ["江北2022年GDP是多少？"]],
  ["江北GDP多少？谢谢。", ["江北GDP多少？谢谢。"]],
  ["一问什么？二问哪个？三问几个？四问多少？", ["一问什么？二问哪个？三问几个？四问多少？"]],
])("%s", (asked, questions) => expect(questionsIn(asked)).toEqual(questions));
