  // ---- from what was found to rows of plain data ---------------------------------------------------
  const shownBy = (el, hidden) => {
    const r = el.getBoundingClientRect();
    return { r, drawn: !hidden && r.width > 1 && r.height > 1 && shownNow(el) && r.right + scrollX > 0 && r.bottom + scrollY > 0 };
  };
  const labelThatShows = (el) => {
    if (isBox(el) && isClear(el)) return el.getBoundingClientRect();
    const labels = labelsFor(el);
    for (let i = 0; i < labels.length && i < 4; i++) {
      const r = labels[i].getBoundingClientRect();
      if (r.width > 1 && r.height > 1 && shownNow(labels[i])) return r;
    }
    const near = isLabelable(el) ? null : el.closest("label");
    if (near && near !== el) { const r = near.getBoundingClientRect(); if (r.width > 1 && r.height > 1 && shownNow(near)) return r; }
    return null;
  };
  const isUnder = (el, r, root) => {
    const x = r.left + r.width / 2, y = r.top + r.height / 2;
    const hit = (root.elementFromPoint ? root : document).elementFromPoint(x, y);
    if (!hit || hit === el || el.contains(hit) || hit.contains(el)) return false;
    const labels = labelsFor(el);
    for (let i = 0; i < labels.length; i++) if (labels[i].contains(hit) || hit.contains(labels[i])) return false;
    for (let e = el; e; e = e.assignedSlot || up(e) || e.getRootNode().host) if (e === hit) return false;
    const wrapping = hit.closest("label");
    if (wrapping && wrapping.control === el) return false;
    return true;
  };
  const roleOf = (el, role) => {
    if (role) return role;
    const tag = el.localName;
    if (tag === "a") return "link";
    if (tag === "button" || tag === "summary") return "button";
    if (tag === "select") return el.multiple || el.size > 1 ? "listbox" : "combobox";
    if (tag === "textarea") return "textbox";
    if (tag === "input") {
      const type = el.type;
      if (/^(submit|image|button|reset)$/.test(type)) return "button";
      if (type === "checkbox" || type === "radio") return type;
      if (type === "range") return "slider";
      if (type === "number") return "spinbutton";
      if (el.hasAttribute("list")) return "combobox";
      if (type === "search") return "searchbox";
      return type === "hidden" ? "" : "textbox";
    }
    return isWritten(el) ? "textbox" : "";
  };
  const typeOf = (el) => {
    return el.localName === "input" || el.localName === "button" ? el.type : "";
  };
  const holdsField = (el) => !!el.querySelector("input:not([type=hidden],[type=submit],[type=button],[type=image]),textarea,select,[contenteditable],[role=textbox],[role=combobox],[role=slider],[role=spinbutton]");
  const TRIVIAL = (el) => {
    for (let c = el.firstChild; c; c = c.nextSibling) {
      if (c.nodeType === 3 || c.nodeType === 8) continue;
      if (c.nodeType !== 1 || !/^(span|b|i|em|strong|small|div|p|br)$/.test(c.localName) || c.hasAttribute("aria-hidden") || c.hasAttribute("aria-label") || c.hasAttribute("role") || c.hasAttribute("title")) return false;
      if (c.firstElementChild && !TRIVIAL(c)) return false;
      const info = S.infos.get(c);
      if (info && info.none) return false;
    }
    return true;
  };
  // The accessible name: plainly where that is safe, by the library where it matters, within a bounded time.
  const nameOf = (el, type, isField) => {
    const labelled = el.hasAttribute("aria-labelledby"), said = squeeze(attr(el, "aria-label"), 160);
    if (!labelled && said) return said;
    if (type === "submit" && el.localName === "input") return squeeze(el.value || attr(el, "title") || "Submit");
    if ((type === "button" || type === "reset") && el.localName === "input") return squeeze(el.value || attr(el, "title") || (type === "reset" ? "Reset" : ""));
    if (type === "image" && el.localName === "input") return squeeze(attr(el, "alt") || attr(el, "title") || el.value);
    if (isWritten(el) && !labelled) return squeeze(attr(el, "title") || attr(el, "aria-placeholder"));
    const press = !isField && !labelled;
    if (press && TRIVIAL(el)) { const words = plain(el, 160); if (words) return words; }
    if (isField && !labelled && !labelsFor(el).length && !/^(checkbox|radio|switch|option)$/.test(attr(el, "role"))) return squeeze(attr(el, "title") || attr(el, "placeholder"));
    const labels = labelsFor(el);
    if (isField && !labelled && labels.length === 1 && !labels[0].firstElementChild) { const words = squeeze(labels[0].textContent); if (words) return words; }
    return byLibrary(el, labelled) || (labelled ? byIds(el, "aria-labelledby") : "") || (isField ? labelsOf(el) : plain(el, 160)) || squeeze(attr(el, "title"));
  };
  let libraryUntil = 0;
  const byLibrary = (el, labelled) => {
    if (performance.now() > libraryUntil) return "";
    try {
      // A field inside what names it would tell its value: then the words are gathered without it.
      const labels = labelsFor(el);
      for (let i = 0; i < labels.length; i++) if (holdsOther(labels[i], el)) return "";
      if (holdsField(el) && el.localName !== "select") return "";
      if (labelled) {
        const ids = attr(el, "aria-labelledby").split(/\s+/), root = el.getRootNode();
        for (let i = 0; i < ids.length; i++) {
          const other = ids[i] && root.getElementById?.(ids[i]);
          if (other && (other.matches("input,textarea,select,[contenteditable],[role=textbox],[role=combobox]") || holdsField(other))) return "";
        }
      }
      return squeeze(library.computeAccessibleName(el, { computedStyleSupportsPseudoElements: false, getComputedStyle: styled }));
    } catch { return ""; }
  };
  const styled = (el, pseudo) => { const info = !pseudo && S.infos.get(el); return (info && info.cs) || getComputedStyle(el, pseudo); };
  const holdsOther = (label, el) => {
    const all = label.querySelectorAll("input:not([type=hidden]),textarea,select,[contenteditable],[role=textbox],[role=combobox]");
    for (let i = 0; i < all.length; i++) if (all[i] !== el) return true;
    return false;
  };
  // ---- selectors -----------------------------------------------------------------------------------
  const isSane = (id) => !!id && id.length < 80 && !/\s/.test(id);
  // How often each id, and each tag with a name, occurs in a root: counted once, not asked for each control.
  const countedIn = (root) => {
    let counts = S.selectors.get(root);
    if (counts) return counts;
    counts = new Map();
    const all = root.querySelectorAll("[id],[name]");
    for (let i = 0; i < all.length; i++) {
      const el = all[i], id = attr(el, "id"), name = attr(el, "name");
      if (id) counts.set("#" + id, (counts.get("#" + id) || 0) + 1);
      if (name) { const by = el.localName + "|" + name, both = by + "|" + attr(el, "value"); counts.set(by, (counts.get(by) || 0) + 1); counts.set(both, (counts.get(both) || 0) + 1); }
    }
    S.selectors.set(root, counts);
    return counts;
  };
  const stepOf = (el) => {
    const known = S.steps.get(el);
    if (known) return known;
    const parent = el.parentNode, seen = {};
    if (!parent) return CSS.escape(el.localName);
    for (let c = parent.firstElementChild; c; c = c.nextElementSibling) { const k = "_" + c.localName; seen[k] = (seen[k] || 0) + 1; }
    const nth = {};
    for (let c = parent.firstElementChild; c; c = c.nextElementSibling) {
      const k = "_" + c.localName; nth[k] = (nth[k] || 0) + 1;
      S.steps.set(c, CSS.escape(c.localName) + (seen[k] > 1 ? ":nth-of-type(" + nth[k] + ")" : ""));
    }
    return S.steps.get(el) || CSS.escape(el.localName);
  };
  const selectorOf = (el) => {
    const root = el.getRootNode(), counts = countedIn(root), id = attr(el, "id"), name = attr(el, "name");
    if (isSane(id) && counts.get("#" + id) === 1) return "#" + CSS.escape(id);
    if (isSane(name)) {
      const by = el.localName + "|" + name, said = CSS.escape(el.localName) + '[name="' + CSS.escape(name) + '"]', value = attr(el, "value");
      if (counts.get(by) === 1) return said;
      if (isBox(el) && value.length < 60 && !/["\\\n\r]/.test(value) && el.hasAttribute("value") && counts.get(by + "|" + value) === 1) return said + '[value="' + value + '"]';
    }
    let path = stepOf(el);
    for (let e = up(el); e; e = up(e)) {
      const own = attr(e, "id");
      if (isSane(own) && counts.get("#" + own) === 1) return "#" + CSS.escape(own) + " > " + path;
      path = stepOf(e) + " > " + path;
    }
    return root.host ? ":host > " + path : path;
  };
  const hintWords = (form) => attr(form, "name") + " " + attr(form, "id") + " " + attr(form, "class") + " " + attr(form, "role") + " " + attr(form, "action").split("?")[0] + " " + attr(form, "aria-label");
  const isFilled = (el, role) => {
    if (isBox(el)) return el.localName === "input" ? el.checked : attr(el, "aria-checked") === "true";
    if (el.localName === "select") {
      const chosen = el.selectedOptions ? el.selectedOptions[0] : null;
      if (!chosen || chosen.disabled) return false;
      if (!chosen.value && el.selectedIndex <= 0) return false;
      return !(el.selectedIndex === 0 && isPrompt(chosen, el));
    }
    if (el.localName === "input" || el.localName === "textarea") return !/^(submit|button|image|reset)$/.test(el.type) && !!el.value;
    return isWritten(el) ? !!squeeze(el.textContent) : false;
  };
  const PROMPT = /^[\s\-–—_.*<>()[\]]*$|^[\W_]*(please|select|choose|pick|bitte|wählen|auswähl|choisi|sélectionne|veuillez|seleccion|elige|elija|seleziona|scegli|selecteer|kies|maak een keuze|wybierz|selecione|escolha|--|month|year|day|mm|yy|yyyy|dd|monat|jahr|tag|mois|année|jour|mes|año|día)/i;
  const isPrompt = (option, el) => {
    if (el.required && !option.value) return true;
    const text = squeeze(option.label || option.text, 60);
    return PROMPT.test(text) && (!option.value || option.value === option.text || /^(-?[01]|none|null|default|select.*|choose.*)$/i.test(option.value));
  };
  const near = (place, step) => {
    let out = "", line = -1;
    for (let i = place + step; i >= 0 && i < S.stream.length && Math.abs(i - place) < 40; i += step) {
      const t = S.stream[i];
      if (!t.text) { if (out) break; continue; }
      if (t.sr || !isWords(t.text) && !out) continue;
      if (line >= 0 && t.line !== line) break;
      out = step < 0 ? t.raw + out : out + t.raw; line = t.line;
      if (out.length > 200) break;
    }
    const words = squeeze(out, 400);
    return step < 0 ? words.slice(-120).trim() : words.slice(0, 120).trim();
  };
