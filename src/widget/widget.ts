import { ReportChat } from "./report-chat.ts";

// A page may load the script twice, or two versions of it: the first one stays.
if (customElements.get("report-chat") === undefined) customElements.define("report-chat", ReportChat);
