import { expect, test } from "vitest";
import { departmentOf } from "./department.ts";

test("accounts of an office are the office's, not its district's", () => {
  expect(departmentOf("中共上海市普陀区委社会工作部2024年度部门决算")).toBe("中共上海市普陀区委社会工作部");
  expect(departmentOf("青溪县教育局2023年部门预算公开")).toBe("青溪县教育局");
});

test("accounts of a place are the place's", () => {
  expect(departmentOf("上海市普陀区2025年区级部门预算")).toBeNull();
  expect(departmentOf("青溪县2023年部门决算")).toBeNull();
  expect(departmentOf("青溪县2023年预算执行情况和2024年预算草案的报告")).toBeNull();
});
