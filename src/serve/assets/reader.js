// Large type and high contrast, as the reader has set them in the conversation, for the page around it and every other page.
// Loaded before the page is drawn, so that it is not drawn twice; without it the browser's own settings hold.
(() => {
  const root = document.documentElement;
  const show = (modes) => {
    for (const mode of ["large", "contrast"]) root.classList.toggle(mode, modes?.[mode] === true);
  };
  document.addEventListener("report-chat:mode", ({ detail }) => show(detail));
  try {
    show(JSON.parse(localStorage.getItem("report-chat:reader")));
  } catch {
    // No memory is allowed, or it is damaged.
  }
})();
