import type { Feedback } from "#protocol/feedback.ts";
import { element } from "#widget/dom.ts";
import type { Options } from "#widget/options.ts";
import { plainText } from "./plain-text.ts";

/** The page hears of every verdict. */
export interface FeedbackActions {
  readonly tell: (event: string, detail: object) => void;
}

/** Useful or not; whoever says not useful may say why. Nothing personal is asked for. */
export function feedbackForm(answerId: string, options: Options, actions: FeedbackActions): HTMLElement {
  const { words } = options;
  const state = element("div", { class: "feedback", role: "group", "aria-label": words.feedbackAsk });
  const send = async (given: Feedback) => {
    actions.tell("feedback", given);
    const arrived = await sent(options.endpoint, given);
    const stayed = state.matches(":focus-within");
    state.replaceChildren(
      element("p", { role: "status", tabindex: "-1" }, arrived ? words.feedbackThanks : words.feedbackFailed),
    );
    // Who has gone on to the next question meanwhile is not called back.
    if (stayed) state.querySelector("p")?.focus({ preventScroll: true });
  };
  const verdict = (label: string, onclick: () => void) =>
    element("button", { type: "button", class: "quiet", onclick }, label);
  state.append(
    element("span", {}, words.feedbackAsk),
    verdict(words.useful, () => void send({ answerId, verdict: "useful" })),
    verdict(words.notUseful, () => {
      state.replaceChildren(commentForm(options, answerId, send));
      state.querySelector("textarea")?.focus();
    }),
  );
  return state;
}

function commentForm(
  { words }: Options,
  answerId: string,
  send: (given: Feedback) => Promise<void>,
): HTMLElement {
  const area = element("textarea", { rows: 2, maxlength: 500 });
  const onsubmit = (event: Event) => {
    event.preventDefault();
    const comment = plainText(area.value).trim();
    void send({ answerId, verdict: "not_useful", ...(comment === "" ? {} : { comment }) });
  };
  return element(
    "form",
    { onsubmit },
    element("label", {}, words.feedbackComment, area),
    element("button", { type: "submit", class: "quiet" }, words.feedbackSend),
  );
}

async function sent(endpoint: URL, given: Feedback): Promise<boolean> {
  try {
    const response = await fetch(new URL("api/feedback", endpoint), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(given),
      credentials: "omit",
    });
    return response.ok;
  } catch {
    return false;
  }
}
