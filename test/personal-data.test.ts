import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskPersonalData } from "#domain/mask.ts";

/** What must not be read on, within words that people write around it. */
const PERSONAL: readonly string[] = [
  "6222021234567890123",
  "6222 0212 3456 7890 123",
  "6222-0212-3456-7890",
  "4367421234567890",
  "３８１２３４５６７８９０１２３４",
  "11010119900307123X",
  "110101199003071234",
  "110101 19900307 1234",
  "110101-19900307-123x",
  "110101900307123",
  "13812345678",
  "138 1234 5678",
  "138-1234-5678",
  "+86 13812345678",
  "+8613812345678",
  "(86)13812345678",
  "１３８１２３４５６７８",
  "138\u200b1234\u200b5678",
  "138–1234–5678",
  "1 3 8 1 2 3 4 5 6 7 8",
  "023-67706666",
  "(023)67706666",
  "(023) 6770-6666",
  "023 6770 6666",
  "0755-2345678",
  "023-67706666转801",
  "+86-23-67706666".replace("+86-23", "+86-023"),
  "400-810-8888",
  "4008108888",
  "400 8108 888",
  "800-820-5555",
  "一三八一二三四五六七八",
  "幺三八幺二三四五六七八",
  "五零零一零五一九九零零三零七一二三四",
  "91500105MA5U5XXX1X",
  "91110108551385082Q",
  "E12345678",
  "EA1234567",
  "G12345678",
  "渝A12345",
  "渝AD12345",
  "川A·1234学",
  "粤Z1234港",
  "zhang.san@example.gov.cn",
  "z_s+1@qq.com",
];

test.each(PERSONAL)("%s is masked wherever it stands", (secret) => {
  const around = fc.constantFrom("", "你好，", "我的号是", "请问", "（", "号码：");
  const behind = fc.constantFrom("", "，能查吗？", "。", "）谢谢", " 请回复", "这个");
  fc.assert(
    fc.property(around, behind, (before, after) => {
      const masked = maskPersonalData(`${before}${secret}${after}`);
      expect(masked).toMatch(/\[[^\]]+\]/);
      expect(masked.match(/\d{4,}|[零〇一二三四五六七八九幺]{6,}/g) ?? []).toEqual([]);
    }),
  );
});

test.each([
  ["我叫张三丰，住在江北", "张三丰"],
  ["我叫李四，电话多少", "李四"],
  ["姓名：王小明，想问就业", "王小明"],
  ["本人赵六，想问补贴", "赵六"],
  ["联系人：欧阳娜娜，", "欧阳娜娜"],
  ["我叫买买提·艾力，", "买买提"],
  ["我住建新东路3号2单元501室", "501"],
  ["住在观音桥花园5栋1单元3-2", "5栋"],
  ["金源路12号", "12号"],
  ["3栋2单元501室的住户", "501"],
  ["微信号：zhangsan_88", "zhangsan_88"],
  ["QQ：123456789", "123456789"],
  ["电话是6770-6666", "6770"],
])("of %s, %s is not kept", (text, secret) => {
  expect(maskPersonalData(text)).not.toContain(secret);
});

test.each([
  "江北区2022年GDP是1744亿元，增长6.7%，2023年呢？",
  "2021-2025年累计投资24364000万元",
  "渝北、江北的A级景区有几个？",
  "我叫什么名字？",
  "我是江北区居民，想问就业",
  "轨道交通18号线、国道243号、渝府发〔2022〕15号",
  "一二三产业结构比为0.1∶22.6∶77.3",
  "二〇二二年一般公共预算收入",
  "新开工项目3号、4号",
])("%s is left as it is", (text) => {
  expect(maskPersonalData(text)).toBe(text);
});

describe("no figure of a report is taken for personal data", () => {
  const shared = process.env["SHARED_DIR"] ?? "../shared";
  const folders = ["corpus", join(shared, "reports")];
  test.each(folders)("%s", (folder) => {
    const files = list(folder).filter((name) => name.endsWith(".txt") || name.endsWith(".md"));
    const touched = files.flatMap((name) =>
      readFileSync(join(folder, name), "utf8")
        .split("\n")
        .flatMap((line) => (figuresOf(maskPersonalData(line)) < figuresOf(line) ? [line.slice(0, 120)] : [])),
    );
    // Reports print addresses, phone numbers and codes of their own; a line that has neither keeps every figure.
    expect(
      touched.filter((line) => !/电话|传真|邮编|地址|[路街巷村]\d+号|邮箱|@|账号|代码/u.test(line)),
    ).toEqual([]);
  });
});

const figuresOf = (line: string): number => (line.match(/\d+(?:\.\d+)?/gu) ?? []).length;

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
