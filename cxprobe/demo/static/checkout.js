"use strict";
// The whole checkout on one page: each step is fetched and put in place, and the address never changes.
window.piece = { "X-Piece": "1" };
const skeleton = document.querySelector("[data-one-page]").outerHTML;

const showSkeleton = () => {
  const main = document.querySelector("main");
  main.innerHTML = skeleton;
  main.setAttribute("aria-busy", "true");
};

const put = (html) => {
  showAgain(html);
  const main = document.querySelector("main");
  if (!document.getElementById("summary")) main.focus({ preventScroll: true });
};

const load = async (address) => {
  for (let pause = 500; ; pause = Math.min(pause * 2, 4000)) {
    try {
      return await (await fetch(address, { headers: window.piece })).text();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
};

window.showStep = async (address) => {
  showSkeleton();
  put(await load(address));
};

let sending = false;
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-step]")) return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  const body = new URLSearchParams(new FormData(form));
  form.setAttribute("aria-busy", "true");
  form.querySelector("button[type=submit]").setAttribute("aria-disabled", "true");
  try {
    put(await (await attempt(form, body, { ...window.piece, Accept: "text/html" })).text());
  } finally {
    sending = false;
  }
});

// Links between the steps stay on the page; every other link leaves it as usual.
document.addEventListener("click", (event) => {
  const link = event.target.closest("main a[href^='/checkout']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  window.showStep(link.getAttribute("href"));
});

// A field that was left with something wrong in it says so at once, and stops when it is mended.
const tell = (field, error) => {
  const box = field.closest(".field");
  box.classList.toggle("wrong", Boolean(error));
  let said = document.getElementById(`${field.id}-error`);
  if (!error) {
    said?.remove();
    field.removeAttribute("aria-invalid");
    return;
  }
  if (!said) {
    said = document.createElement("p");
    said.className = "error";
    said.id = `${field.id}-error`;
    field.before(said);
  }
  said.textContent = error;
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", [document.getElementById(`${field.id}-hint`)?.id, said.id].filter(Boolean).join(" "));
};

document.addEventListener("focusout", async ({ target, relatedTarget }) => {
  const form = target.form;
  if (!form?.matches("[data-step]") || !target.closest(".field") || !target.value) return;
  if (relatedTarget?.matches("button, a")) return; // nothing moves under a pointer that is about to press
  const answer = await fetch(`/checkout/check/${form.dataset.step}`, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  const { errors } = await answer.json();
  if (target.isConnected) tell(target, errors[target.id] || "");
});

window.showStep("/checkout");
