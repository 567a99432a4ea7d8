import { html } from "hono/html";
import { type Frame, type Html, layout } from "./layout.ts";

/** Asks for the token. */
export function logInPage(frame: Frame): Html {
  const body = html`<div class="panel">
<h1>管理</h1>
<form method="post" action="/admin/log-in">
<p><label>口令 <input type="password" name="token" autocomplete="current-password" required></label></p>
<p><button class="button" type="submit">登录</button></p>
</form>
</div>`;
  return layout(frame, { title: "管理", current: null, styles: ["data.css"], body });
}
