/** How content systems lay out a page of a government site: what stands before the text, after it, and around it. */
export interface SiteLayout {
  readonly name: string;
  readonly page: (text: string) => string;
}

const LINKS = (count: number, word: string) =>
  Array.from({ length: count }, (_, at) => `<li><a href="/l${at}">${word}${at + 1}</a></li>`).join("");
const FOOTER =
  "<p>主办单位：某某市人民政府办公室　承办单位：某某市大数据中心</p><p>网站标识码：5100000001　蜀ICP备00000000号　川公网安备51000000000001号</p>";
const meta = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .map(([name, content]) => `<meta name="${name}" content="${content}">`)
    .join("");
const html = (head: string, body: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

const TITLE = "某某市2025年国民经济和社会发展统计公报";
const HEAD = meta({ ArticleTitle: TITLE, PubDate: "2026-03-02 10:21", ContentSource: "某某市统计局" });
const PLAIN = `<title>${TITLE}_统计公报_某某市人民政府</title>`;

export const SITE_LAYOUTS: readonly SiteLayout[] = [
  {
    name: "TRS: editor's class within two more",
    page: (text) =>
      html(
        HEAD,
        `<div class="top"><ul>${LINKS(8, "栏目")}</ul></div><div class="crumbs">当前位置：<a>首页</a> &gt; <a>统计公报</a></div><h1>${TITLE}</h1><div class="source">发布时间：2026-03-02　来源：某某市统计局　浏览次数：<span>0</span>次</div><div class="view TRS_UEDITOR trs_paper_default">${text}</div><div class="footer">${FOOTER}</div>`,
      ),
  },
  {
    name: "大汉: zoom element and a table of index numbers",
    page: (text) =>
      html(
        HEAD,
        `<table class="xxgk"><tr><td>索引号：</td><td>0001/2026-00012</td><td>主题分类：</td><td>统计</td></tr><tr><td>发布机构：</td><td>某某市统计局</td><td>成文日期：</td><td>2026-03-02</td></tr><tr><td>名称：</td><td colspan="3">${TITLE}</td></tr></table><div id="zoom">${text}</div><div class="bt-foot">${FOOTER}</div>`,
      ),
  },
  {
    name: "开普: ucapcontent",
    page: (text) =>
      html(
        HEAD,
        `<div class="nav">${LINKS(6, "频道")}</div><ucapcontent>${text}</ucapcontent><div>${FOOTER}</div>`,
      ),
  },
  {
    name: "拓尔思: UCAP-CONTENT beside a column of news",
    page: (text) =>
      html(
        HEAD,
        `<div class="wrap"><div class="left"><div id="UCAP-CONTENT">${text}</div></div><div class="right"><h3>热点新闻</h3><ul>${LINKS(12, "市政府召开常务会议研究有关工作之")}</ul></div></div>${FOOTER}`,
      ),
  },
  {
    name: "博达: v_news_content and counts",
    page: (text) =>
      html(
        PLAIN,
        `<form name="_newscontent_fromname"><div><h1 align="center">${TITLE}</h1><div align="center">发布时间：2026年03月02日 10:21　点击：[<span></span>]次</div><div class="v_news_content">${text}</div><p>附件【<a href="/a.doc">公报.doc</a>】已下载12次</p><p>上一条：<a>关于开展普查的通知</a></p><p>下一条：<a>一季度经济运行情况</a></p></div></form><div class="foot">${FOOTER}</div>`,
      ),
  },
  {
    name: "WordPress: article with header and sidebar",
    page: (text) =>
      html(
        PLAIN,
        `<header><nav>${LINKS(5, "菜单")}</nav></header><main><article><header><h1>${TITLE}</h1><ul class="article-meta"><li>发布于 2026-03-02</li><li>分类：<a>公报</a></li><li>来源：某某市统计局</li></ul></header><div class="entry-content">${text}</div><footer>标签：<a>公报</a></footer></article></main><aside><h3>相关文章</h3><ul>${LINKS(6, "往年公报")}</ul></aside><footer>${FOOTER}</footer>`,
      ),
  },
  {
    name: "a page of tables of the nineties",
    page: (text) =>
      html(
        PLAIN,
        `<table width="1000"><tr><td colspan="2"><a>首页</a>|<a>公告</a>|<a>法规</a></td></tr><tr><td width="200"><table><tr><td><a>统计公报</a></td></tr><tr><td><a>统计年鉴</a></td></tr></table></td><td><table><tr><td align="center"><b>${TITLE}</b></td></tr><tr><td align="center">作者：综合科　发布日期：2026-03-02</td></tr><tr><td>${text}</td></tr><tr><td align="right">【<a>打印</a>】【<a>关闭</a>】</td></tr></table></td></tr><tr><td colspan="2">${FOOTER}</td></tr></table>`,
      ),
  },
  {
    name: "all in one element, no names at all",
    page: (text) =>
      html(
        PLAIN,
        `<div><div><a>首页</a> &gt;&gt; <a>公报</a></div><div>${TITLE}</div><div>字体：大 中 小</div>${text}<div>扫一扫在手机打开当前页</div><div>打印本页　关闭窗口</div>${FOOTER}</div>`,
      ),
  },
  {
    name: "paragraphs as divs",
    page: (text) =>
      html(
        PLAIN,
        `<div id="main">${text.replaceAll("<p>", "<div>").replaceAll("</p>", "</div>")}</div><div>${FOOTER}</div>`,
      ),
  },
  {
    name: "Word saved as a page",
    page: (text) =>
      html(
        PLAIN,
        `<div class="WordSection1">${text.replaceAll("<p>", '<p class="MsoNormal" style="text-indent:32.0pt"><span lang="EN-US"><o:p></o:p></span>').replaceAll("<table>", '<table class="MsoNormalTable" border="1">')}</div>`,
      ),
  },
  {
    name: "a print view with nothing around",
    page: (text) => html(PLAIN, text),
  },
  {
    name: "a modal dialogue and a floating assistant",
    page: (text) =>
      html(
        HEAD,
        `<div class="content">${text}</div><div role="dialog"><p>您访问的链接即将离开本网站，是否继续？</p><a>继续访问</a><a>放弃</a></div><div class="znkf"><a>智能问答</a></div><div class="foot">${FOOTER}</div>`,
      ),
  },
  {
    name: "menus with sentences of their own",
    page: (text) =>
      html(
        HEAD,
        `<nav><ul>${LINKS(10, "服务")}</ul><p>为确保最佳浏览效果，建议您使用新版浏览器。</p></nav><section>${text}</section><footer><p>本网站所有内容未经授权不得转载。</p>${FOOTER}</footer>`,
      ),
  },
  {
    name: "a disclosure site with a tree of folders",
    page: (text) =>
      html(
        HEAD,
        `<div class="tree"><ul><li><a>机构职能</a><ul>${LINKS(20, "子栏目")}</ul></li></ul></div><div class="xxgk-detail"><ul class="clearfix"><li>索引号：0001</li><li>发文机关：某某市统计局</li><li>成文日期：2026-03-02</li></ul><div class="detail-text">${text}</div></div><div class="copyright">${FOOTER}</div>`,
      ),
  },
  {
    name: "mobile view with share buttons between",
    page: (text) =>
      html(
        HEAD,
        `<div class="m-head"><a>返回</a></div><div class="m-title">${TITLE}</div><div class="bdsharebuttonbox"><a>微信</a><a>微博</a></div><div class="m-body">${text}</div><div class="m-share">分享到：<a>微信</a></div><div class="m-foot">${FOOTER}</div>`,
      ),
  },
  {
    name: "text and its tables in elements side by side",
    page: (text) => {
      const at = text.indexOf("<table>");
      return html(
        HEAD,
        `<div class="box"><div class="part">${text.slice(0, at)}</div><div class="part">${text.slice(at)}</div></div><div class="bottom">${FOOTER}</div>`,
      );
    },
  },
  {
    name: "a script's state and a template left in the page",
    page: (text) =>
      html(
        HEAD,
        `<div id="app"><div class="article">${text}</div></div><script>window.__STATE__={"text":"全年收入9亿元。"}</script><template><p>全年收入8亿元。</p></template>${FOOTER}`,
      ),
  },
  {
    name: "hidden twin of the text for screen readers",
    page: (text) =>
      html(
        HEAD,
        `<div class="article">${text}</div><div style="display:none" class="read-aloud">${text}</div>${FOOTER}`,
      ),
  },
  {
    name: "elements that are never closed",
    page: (text) =>
      html(HEAD, `<div><font size=4><div class=con>${text.replaceAll("</p>", "")}<font></div>${FOOTER}`),
  },
  {
    name: "an iframe's shell around and comments of readers after",
    page: (text) =>
      html(
        HEAD,
        `<div class="article-box">${text}</div><div class="comments"><h3>网友评论</h3><p>写得好，支持！</p><p>希望公开更多数据，谢谢。</p></div><iframe src="/x"></iframe>${FOOTER}`,
      ),
  },
];
