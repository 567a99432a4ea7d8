import { attribute, type PageElement } from "./page-tree.ts";

const TAGS = new Set(["nav", "footer", "aside", "menu"]);
const ROLES = /^(?:navigation|banner|contentinfo|search|complementary|menu|menubar|toolbar|dialog)$/u;
/** Words that writers of pages name the parts around a text with; each stands between the bounds of a name's words. */
const NAMES =
  /(?:^|[^a-z])(?:nav|navbar|navigation|menu|crumbs?|breadcrumbs?|foot|footer|copyright|sidebar|share|bdshare|print|related|relates|relate|pager|pagination|toolbar|qrcode|ewm|erweima|fontsize|search|searchbox|login|topbar|comments?|recommend|tags)(?:[^a-z]|$)/u;
/** Of these, the names that nobody gives to a part of a text. */
const SURE =
  /(?:^|[^a-z])(?:nav|navbar|navigation|menu|crumbs?|breadcrumbs?|footer|copyright|sidebar|comments?|pager|pagination|login|recommend)(?:[^a-z]|$)/u;
const FOOTER = /ICP备|公网安备|网安备|网站标识码|版权所有|copyright|主办单位|承办单位|技术支持/iu;

/** Whether an element is, by its kind or role, a part of the page around a text: menu, trail, footer. */
export function isAround(element: PageElement): boolean {
  return TAGS.has(element.tagName) || ROLES.test(attribute(element, "role"));
}

/** The same by the name its writer gave it. Only a hint (a page may call its whole text “print-area”): ask what stands in it. */
export function isNamedAround(element: PageElement): boolean {
  return NAMES.test(nameOf(element));
}

export function isSurelyNamedAround(element: PageElement): boolean {
  return SURE.test(nameOf(element));
}

function nameOf(element: PageElement): string {
  const named = `${attribute(element, "id")} ${attribute(element, "class")}`;
  return named.replace(/(?<=[a-z\d])(?=[A-Z])/gu, "-").toLowerCase();
}

/** Whether a text is what stands at the foot of a government's page: who runs it, its record number. */
export function readsAsFooter(text: string): boolean {
  return FOOTER.test(text);
}
