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
  "6228 4800 1234 5678 90",
  "622848001234567890",
  "6217-0012-3456-7890-123",
  "3568123412341234",
  "5187 1234 5678 9012",
  "6222021234567890 123",
  "440301198512123456",
  "440301 1985 1212 3456",
  "44030119851212345x",
  "440301 851212 345",
  "+86-138-1234-5678",
  "0086 138 1234 5678",
  "86-13812345678",
  "138.1234.5678",
  "138  1234  5678",
  "13812 345678",
  "1381234 5678",
  "（023）67706666",
  "023－6770－6666",
  "0755 2345 678",
  "010-62345678-8001",
  "+86 10 8888 8888",
  "400 8108888",
  "4008-108-888",
  "壹叁捌壹贰叁肆伍陆柒捌",
  "一三八 一二三四 五六七八",
  "一三八-一二三四-五六七八",
  "H1234567890",
  "M12345678",
  "PE1234567",
  "京A·12345D",
  "渝BF12345",
  "粤B12345警",
  "zhang.san at qq.com",
  "ｚｓ＠ｑｑ．ｃｏｍ",
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
  ["我的名字是王小二，请问补贴", "王小二"],
  ["我是张三丰，住观音桥", "张三丰"],
  ["申请人：李小龙，身份证已交", "李小龙"],
  ["本人王建国，身份证遗失", "王建国"],
  ["家住五里店街道北城国际中心8栋2单元", "8栋"],
  ["地址：渝北区龙溪街道松牌路123号5-2", "123号"],
  ["住红石路2号附12号", "12号"],
  ["住在龙湖源著7期3-15-2", "3-15-2"],
  ["支付宝账号zs_8888", "zs_8888"],
  ["vx: zhangsan_88", "zhangsan_88"],
  ["加我微信zhang_san88聊", "zhang_san88"],
  ["社保卡号500112345678", "500112345678"],
  ["护照E12345678丢了", "E12345678"],
  ["座机67706666", "67706666"],
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
