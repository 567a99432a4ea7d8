import { expect, test } from "vitest";
import { exampleContent } from "#store/example-content.ts";
import { routeOf } from "./route.ts";

const { documents } = exampleContent();

test.each([
  ["江北区2022年GDP", { regions: ["江北区"], years: [2022] }],
  ["大渡口和江北比", { regions: ["江北区", "大渡口区"], years: [] }],
  ["２０２３年目标", { regions: [], years: [2023] }],
  ["江北国际机场吞吐量", { regions: [], years: [] }],
  ["渝北1999年", { regions: [], years: [] }],
])("%s", (question, route) => {
  expect(routeOf(question, documents)).toEqual(route);
});
