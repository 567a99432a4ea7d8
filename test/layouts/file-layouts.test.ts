import { testLayouts } from "./test-layouts.ts";

testLayouts(["html", "docx", "pdf", "xlsx", "xls", "csv", "ofd"]);
