import { expect, test } from "vitest";
import { indicatorParametersSchema, parametersOf } from "./query-string.ts";

const read = (query: string) =>
  indicatorParametersSchema.safeParse(parametersOf(new URL(`http://localhost/?${query}`)));

test("parameters repeat; empty ones and blanks count as absent", () => {
  expect(parametersOf(new URL("http://localhost/?a=1&a=2&b=&c=%20%20&a=+3+"))).toEqual({
    a: ["1", "2", "3"],
  });
});

test("a name that is also a property of every object is just a name", () => {
  expect(Object.keys(parametersOf(new URL("http://localhost/?__proto__=1&constructor=2")))).toEqual([
    "__proto__",
    "constructor",
  ]);
  expect(read("__proto__=1").success).toBe(false);
});

test("what may stand once stands once", () => {
  expect(read("limit=5&offset=0").success).toBe(true);
  expect(read("limit=5&limit=6").success).toBe(false);
});
