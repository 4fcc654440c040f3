// What a person could act on in this frame: controls and fields with their names, never their values.
// The elements are kept in the page; outside, a place in this list stands for one of them.
() => {
  const WANTED = "a[href],button,input,select,textarea,summary,[role=button],[role=link],[role=tab],[role=menuitem],[role=checkbox],[role=radio],[role=textbox],[role=searchbox],[contenteditable=true]";
  const all = [];
  const walk = (root) => {
    for (const el of root.querySelectorAll("*")) {
      if (el.matches(WANTED)) all.push(el);
      if (el.shadowRoot) walk(el.shadowRoot);
    }
  };
  walk(document);
  Object.defineProperty(globalThis, "__cxprobe_glance__", { value: all, configurable: true });
  const squeeze = (text) => (text || "").replace(/\s+/g, " ").trim().slice(0, 160);
  const byIds = (el, a) => (el.getAttribute(a) || "").split(/\s+/).filter(Boolean).map((id) => el.getRootNode().getElementById?.(id)?.textContent || "").join(" ");
  const name = (el) => squeeze(byIds(el, "aria-labelledby")) || squeeze(el.getAttribute("aria-label")) ||
    squeeze([...(el.labels || [])].map((l) => l.innerText || l.textContent).join(" ")) ||
    (/^(submit|button|reset|image)$/.test(el.type) && el.localName === "input" ? squeeze(el.value || el.alt) : "") ||
    (el.matches("input,select,textarea") || el.isContentEditable ? "" : squeeze(el.innerText) || squeeze(el.querySelector("img[alt]")?.alt)) || squeeze(el.title);
  return all.map((el, place) => {
    const box = el.getBoundingClientRect();
    const toggles = /^(checkbox|radio)$/.test(el.type || "");
    const drawn = el.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 1 && box.height > 1;
    const visible = drawn || (toggles && [...(el.labels || [])].some((l) => l.checkVisibility({ visibilityProperty: true })));
    return {
      place, tag: el.localName, type: (el.getAttribute("type") || "").toLowerCase(), role: el.getAttribute("role") || "", name: name(el),
      placeholder: squeeze(el.placeholder || el.getAttribute("aria-placeholder")), field: el.name || el.id || "", autocomplete: (el.getAttribute("autocomplete") || "").toLowerCase(),
      visible, drawn, disabled: !!el.disabled || el.getAttribute("aria-disabled") === "true" || !!el.readOnly, required: !!el.required || el.getAttribute("aria-required") === "true",
      filled: toggles ? el.checked : el.localName === "select" ? !!el.value : !!(el.value || (el.isContentEditable && el.textContent)),
      options: el.localName === "select" ? [...el.options].map((o) => squeeze(o.label)).slice(0, 300) : [],
      href: el.localName === "a" ? el.href : "", form: el.form ? [...document.forms].indexOf(el.form) : -1, top: Math.round(box.top + scrollY),
      group: toggles ? squeeze(el.closest("fieldset,[role=radiogroup]")?.querySelector("legend")?.textContent) : "",
    };
  });
}
