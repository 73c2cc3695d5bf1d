
"use strict";
// Everything here only hides, shows and opens what the page already holds; without it all text can be read.

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function openTo(element) {
  for (let box = element; box; box = box.parentElement) {
    if (box.tagName === "DETAILS") box.open = true;
    if (box.matches("[data-item]")) box.hidden = false;
  }
}

function followHash() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  openTo(target);
  if (target.matches(".fact")) target.querySelector("details").open = true;
  target.scrollIntoView({ block: target.matches("mark") ? "center" : "start" });
}

function setUpList(controls) {
  const list = document.getElementById(controls.dataset.for);
  const items = [...list.children].filter((item) => item.matches("[data-item]"));
  const words = items.map((item) => fold(item.textContent));
  const search = controls.querySelector("input[type=search]");
  const buttons = [...controls.querySelectorAll("button[data-show]")];
  const status = controls.querySelector(".status");
  let shown = "all";

  function update() {
    const wanted = fold(search.value).split(/\s+/).filter(Boolean);
    let count = 0;
    items.forEach((item, at) => {
      const kinds = (item.dataset.kinds || "").split(" ");
      item.hidden = !((shown === "all" || kinds.includes(shown)) && wanted.every((word) => words[at].includes(word)));
      count += item.hidden ? 0 : 1;
    });
    const all = count === items.length;
    status.textContent = all ? "" : count ? `Showing ${count} of ${items.length}` : "Nothing matches";
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.show === shown));
  }

  function show(kind) {
    shown = kind;
    update();
  }

  for (const button of buttons) button.addEventListener("click", () => show(button.dataset.show));
  search.addEventListener("input", update);
  const openAll = controls.querySelector("[data-open-all]");
  openAll.addEventListener("click", () => {
    const open = openAll.textContent === "Open all";
    for (const item of items) item.querySelector("details").open = open;
    openAll.textContent = open ? "Close all" : "Open all";
  });
  controls.hidden = false;
  return show;
}

for (const story of document.querySelectorAll(".story")) {
  const lists = [...story.querySelectorAll(".controls")].map((controls) => setUpList(controls));
  for (const figure of story.querySelectorAll(".band a[data-show]")) {
    figure.addEventListener("click", () => lists.length && lists[0](figure.dataset.show));
  }
}

let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open])")];
  for (const details of closed) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of closed) details.open = false;
});
addEventListener("hashchange", followHash);
// A link to the place where one already is changes no hash, but may have to open it again.
addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("a[href^='#']");
  if (link && link.getAttribute("href") === location.hash) followHash();
});
followHash();
