import { testLayouts } from "./test-layouts.ts";

testLayouts(["pipe", "tab", "cell-lines", "stacked", "gaps", "commas", "html-in-text"]);
