/** Adds `label` to whatever is copied out of `view`: text a model wrote keeps its label wherever it goes. */
export function copyLabelled(view: HTMLElement, label: string): void {
  view.addEventListener("copy", (event) => {
    const words = selectedWords(view);
    if (words === "" || event.clipboardData === null) return;
    event.clipboardData.setData("text/plain", `${words}\n${label}`);
    event.preventDefault();
  });
}

function selectedWords(view: HTMLElement): string {
  const root = view.getRootNode();
  // Chromium keeps a selection for each shadow root, other browsers one for the document.
  const own: unknown = "getSelection" in root ? root.getSelection : null;
  const selection: unknown = typeof own === "function" ? own.call(root) : document.getSelection();
  return String(selection ?? "");
}
