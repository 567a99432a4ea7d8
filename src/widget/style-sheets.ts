import answer from "./answer/answer.css";
import chart from "./chart/chart.css";
import panel from "./panel.css";
import theme from "./theme.css";

/** The widget's styles, parsed once for all widgets of a page; a strict style policy lets constructed sheets through. */
export const styleSheets: readonly CSSStyleSheet[] = [theme, answer, chart, panel].map((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
});
