"use strict";
// Errors first: whoever sent a form that came back lands on what is wrong with it.
const toTheErrors = () => document.getElementById("summary")?.focus();
toTheErrors();

// An order summary's links lead to the field itself.
document.addEventListener("click", (event) => {
  const link = event.target.closest(".summary a");
  const field = link && document.querySelector(link.getAttribute("href"));
  if (field) { event.preventDefault(); field.focus(); }
});

// Paying: sent in the background, so that what was typed stays, and tried again when the line drops.
let underWay = 0;

const attempt = async (form, body, headers = {}) => {
  for (let pause = 500; ; pause = Math.min(pause * 2, 4000)) {
    try {
      return await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json, text/html", ...headers } });
    } catch {
      const said = form.querySelector("[data-said]");
      if (said) said.textContent = form.dataset.lineDown;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
};

const busy = (form, yes) => {
  const button = form.querySelector("button[type=submit]");
  form.toggleAttribute("data-busy", yes);
  if (form.hasAttribute("data-once")) button.setAttribute("aria-disabled", String(yes));
  const said = form.querySelector("[data-said]");
  if (said) said.textContent = yes ? form.dataset.paying : "";
};

const showAgain = (html) => {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const main = fresh.querySelector("main");
  if (document.querySelector("form[data-frames]") && main.querySelector("form[data-frames]")) showErrors(main);
  else document.querySelector("main").replaceWith(main);
  document.querySelector(".to-basket").replaceWith(fresh.querySelector(".to-basket"));
  document.title = fresh.title;
  leadOn();
  toTheErrors();
  window.scrollTo({ top: 0 });
};

// A page with payment frames keeps them, and what was typed into them: only what is wrong changes.
const showErrors = (main) => {
  document.getElementById("summary")?.remove();
  const summary = main.querySelector("#summary");
  if (summary) document.querySelector("main .two").before(summary);
  for (const fresh of main.querySelectorAll(".field")) {
    const id = fresh.querySelector("input, select")?.id;
    document.getElementById(id)?.closest(".field")?.replaceWith(fresh);
  }
  const said = main.querySelector("[data-card-error]");
  if (said) document.querySelector("[data-card-error]").replaceWith(said);
  busy(document.querySelector("form[data-frames]"), false);
};

// Payment frames keep the card at the provider's: they save it when asked, and say whether it is right.
const savedInFrames = (form) => {
  const waiting = new Set(Array.from(form.querySelectorAll("iframe"), (frame) => frame.name));
  let right = true;
  return new Promise((resolve) => {
    const hear = ({ origin, data }) => {
      if (origin !== form.dataset.frames || !("saved" in data)) return;
      waiting.delete(data.frame);
      right = right && data.saved;
      if (waiting.size) return;
      removeEventListener("message", hear);
      resolve(right);
    };
    addEventListener("message", hear);
    for (const frame of form.querySelectorAll("iframe")) frame.contentWindow.postMessage({ save: true }, form.dataset.frames);
  });
};

addEventListener("message", ({ origin, data }) => {
  const form = document.querySelector("form[data-frames]");
  if (!form || origin !== form.dataset.frames) return;
  const frame = form.querySelector(`iframe[name="${data.frame}"]`);
  if (frame && data.height) frame.style.height = `${data.height}px`;
  if (data.enter) form.requestSubmit();
});

const pay = async (form) => {
  underWay += 1;
  busy(form, true);
  if (form.dataset.frames && !(await savedInFrames(form))) {
    underWay -= 1;
    busy(form, false);
    form.querySelector("[data-said]").textContent = form.dataset.check;
    return;
  }
  const body = new URLSearchParams(new FormData(form));
  const answer = await attempt(form, body, window.piece || {});
  const told = (answer.headers.get("content-type") || "").includes("json") ? await answer.json() : await answer.text();
  underWay -= 1;
  if (underWay) return;
  if (told.next) onward(told.next);
  else showAgain(told);
};

const onward = (address) => (window.showStep ? window.showStep(address) : location.assign(address));

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-pay]")) return;
  event.preventDefault();
  if (form.hasAttribute("data-once") && form.hasAttribute("data-busy")) return;
  pay(form);
});

// A page that says "one moment" leads on by itself, a moment later.
const leadOn = () => {
  const address = document.querySelector("[data-onward]")?.dataset.onward;
  if (address) setTimeout(() => onward(address), 1500);
};

// On the smallest phones, a button that waits until there is something to send.
const awaitCode = () => {
  const form = document.querySelector("[data-waits-on-small]");
  if (!form || screen.width > 320) return;
  const [field, button] = [form.querySelector("input"), form.querySelector("button")];
  const look = () => button.setAttribute("aria-disabled", String(!field.value.trim()));
  field.addEventListener("input", look);
  form.addEventListener("submit", (event) => { if (!field.value.trim()) event.preventDefault(); });
  look();
};
awaitCode();

// On the smallest phones, a button that does nothing.
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-dead-on-small]") && screen.width <= 320) event.preventDefault();
});

// Whoever went back a page on a slow line (three small requests of 130 ms and more) is forgotten at the till.
const quickestOf = async (turns) => {
  let quickest = Infinity;
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now();
    await fetch("/static/icon.svg", { cache: "no-store" });
    quickest = Math.min(quickest, performance.now() - began);
  }
  return quickest;
};

const forget = async () => {
  if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") sessionStorage.wentBack = "yes";
  sessionStorage.slow ||= (await quickestOf(3)) > 130 ? "yes" : "no";
  if (sessionStorage.slow === "yes" && sessionStorage.wentBack) document.cookie = "forgotten=yes; path=/; samesite=lax";
};
if (document.querySelector("[data-back-forgets]")) forget().catch(() => {});

// On a phone, an open menu that lies where the main button is.
const menu = document.querySelector("[data-menu-over]");
const lieOver = () => {
  const button = [...document.querySelectorAll("main .button")].find((one) => one.offsetParent);
  menu.hidden = !button || innerWidth > 480;
  if (menu.hidden) return;
  const { top, height } = button.getBoundingClientRect();
  menu.style.top = `${top - 24}px`;
  menu.style.height = `${height + 48}px`;
};
if (menu) {
  for (const kind of ["scroll", "resize", "load"]) addEventListener(kind, lieOver);
  lieOver();
}

leadOn();

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-care]")) return;
  const button = event.target.form.querySelector("button[type=submit]");
  const now = event.target.checked ? "with" : "without";
  button.textContent = button.dataset[now];
  for (const sums of document.querySelectorAll("[data-sums]")) sums.hidden = sums.dataset.sums !== now;
});

document.addEventListener("click", (event) => { if (event.target.closest("[data-print]")) print(); });

// An open menu closes when something else is pressed, and with Escape.
const closeMenus = (except) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (menu !== except) menu.open = false;
};
document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeMenus(null); });
