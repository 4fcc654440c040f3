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

const attempt = async (form, body) => {
  for (let pause = 500; ; pause = Math.min(pause * 2, 4000)) {
    try {
      return await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json, text/html" } });
    } catch {
      const said = form.querySelector("[data-said]");
      if (said) said.textContent = "The line is down. We are trying again; you will be charged once.";
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
};

const busy = (form, yes) => {
  const button = form.querySelector("button[type=submit]");
  form.toggleAttribute("data-busy", yes);
  if (form.hasAttribute("data-once")) button.setAttribute("aria-disabled", String(yes));
  const said = form.querySelector("[data-said]");
  if (said) said.textContent = yes ? "Taking your payment …" : "";
};

const showAgain = (html) => {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  document.querySelector("main").replaceWith(fresh.querySelector("main"));
  document.title = fresh.title;
  toTheErrors();
  window.scrollTo({ top: 0 });
};

const pay = async (form) => {
  const body = new URLSearchParams(new FormData(form));
  underWay += 1;
  busy(form, true);
  const answer = await attempt(form, body);
  const told = (answer.headers.get("content-type") || "").includes("json") ? await answer.json() : await answer.text();
  underWay -= 1;
  if (underWay) return;
  if (told.next) location.assign(told.next);
  else showAgain(told);
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-pay]")) return;
  event.preventDefault();
  if (form.hasAttribute("data-once") && form.hasAttribute("data-busy")) return;
  pay(form);
});

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-care]")) return;
  const button = event.target.form.querySelector("button[type=submit]");
  const now = event.target.checked ? "with" : "without";
  button.textContent = button.dataset[now];
  for (const sums of document.querySelectorAll("[data-sums]")) sums.hidden = sums.dataset.sums !== now;
});
