import { othersThan } from "#widget/whole-screen.ts";

const UNPRINTED = "data-report-chat-unprinted";

/** Prints the whole conversation and nothing of the page around it. */
export function printConversation(host: HTMLElement): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@media print { [${UNPRINTED}] { display: none !important; } }`);
  const others = othersThan(host);
  for (const each of others) each.setAttribute(UNPRINTED, "");
  document.adoptedStyleSheets.push(sheet);
  const restore = () => {
    for (const each of others) each.removeAttribute(UNPRINTED);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
  addEventListener("afterprint", restore, { once: true });
  print();
}
