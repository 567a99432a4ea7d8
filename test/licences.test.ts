import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { licences } from "../scripts/licences.ts";

test("every package that the product runs with may be passed on", () => {
  const all = licences("package-lock.json");
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter(({ isAllowed }) => !isAllowed)).toEqual([]);
});

test("packages that scanners warn of stand at versions without the fault", () => {
  const { packages } = z
    .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
    .parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
  const majorAndMinor = (name: string) =>
    Object.entries(packages).flatMap(([path, { version = "0.0" }]) =>
      path.endsWith(`node_modules/${name}`) ? [Number(version.split(".").slice(0, 2).join("."))] : [],
    );
  // protobufjs 6 is told of for polluting prototypes, sharp below 0.32.6 for its libwebp.
  expect(majorAndMinor("protobufjs").every((version) => version >= 7)).toBe(true);
  expect(majorAndMinor("sharp").every((version) => version >= 0.33)).toBe(true);
});

test("whoever installs the packed file is told the version to lift, since npm heeds overrides in his own project alone", () => {
  const { overrides } = z
    .object({ overrides: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync("package.json", "utf8")));
  for (const manual of ["docs/programs.md", "docs/programs.zh-CN.md"])
    expect(readFileSync(manual, "utf8")).toContain(
      `"overrides": { "protobufjs": "${overrides["protobufjs"]}" }`,
    );
});
