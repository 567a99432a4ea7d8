import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readConfiguration, SETTINGS } from "../src/configuration.ts";

interface Row {
  readonly setting: string;
  readonly preset: string;
  readonly allowed: string;
}

function rowsOf(file: string): Row[] {
  return [...readFileSync(file, "utf8").matchAll(/^\| `(\w+)` \| (.*?) \| (.*?) \|/gm)].map(
    ([, setting = "", preset = "", allowed = ""]) => ({ setting, preset, allowed }),
  );
}
const refuses = (setting: string, value: string) => {
  try {
    readConfiguration({ [setting]: value });
    return false;
  } catch (error) {
    return error instanceof Error && error.message.includes(setting);
  }
};

describe.each(["docs/settings.md", "docs/settings.zh-CN.md"])("the table of %s", (file) => {
  const rows = rowsOf(file);

  test("holds every setting, and no other", () => {
    expect(rows.map(({ setting }) => setting).sort()).toEqual([...SETTINGS].sort());
  });

  const bounded = rows.flatMap(({ setting, allowed }) => {
    const [, least, most] = /^(\d+) (?:to|至) (\d+)/.exec(allowed) ?? [];
    return least === undefined ? [] : [{ setting, least: Number(least), most: Number(most) }];
  });

  test("tells the bounds of at least seven settings", () => expect(bounded.length).toBeGreaterThan(6));

  test.each(bounded)("$setting is taken from $least to $most and refused by name beyond", (row) => {
    const { setting, least, most } = row;
    expect([least, most].map((value) => refuses(setting, String(value)))).toEqual([false, false]);
    expect([least - 1, most + 1].map((value) => refuses(setting, String(value)))).toEqual([true, true]);
  });

  test.each(rows.filter(({ preset, setting }) => /^`[^/]+`$/.test(preset) && !/_DIR$/.test(setting)))(
    "$setting is $preset where it is not given",
    ({ setting, preset }) => {
      expect(readConfiguration({ [setting]: preset.slice(1, -1) })).toEqual(
        expect.objectContaining(JSON.parse(JSON.stringify(readConfiguration({})))),
      );
    },
  );
});
