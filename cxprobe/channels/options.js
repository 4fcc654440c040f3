// Marks the options that can be seen and belong to a list box, and tells their words and values.
// Called with the box; answers [{text, value}], in order; their places are in the mark.
(el, mark) => {
  const own = el.control || el;
  const roots = [document];
  for (let i = 0; i < roots.length; i++) for (const each of roots[i].querySelectorAll("*")) if (each.shadowRoot) roots.push(each.shadowRoot);
  const all = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  all(`[${mark}]`).forEach((each) => each.removeAttribute(mark));
  const shown = (each) => {
    const box = each.getBoundingClientRect();
    return box.height > 3 && box.width > 3 && each.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const byId = (id) => roots.map((root) => root.getElementById?.(id)).find(Boolean);
  const controlled = (each) => ["aria-controls", "aria-owns", "list"].flatMap((a) => (each?.getAttribute(a) || "").split(/\s+/)).filter(Boolean).map(byId).filter(Boolean);
  const active = document.activeElement;
  const near = [own, ...own.querySelectorAll("[aria-controls], [aria-owns]"), own.closest("[aria-owns], [aria-controls]"), active !== document.body ? active : null];
  const boxes = [...new Set(near.filter(Boolean).flatMap(controlled))];
  const ITEMS = "[role=option], [role=menuitemradio], [role=treeitem]";
  const inside = (box) => {
    const options = [...box.querySelectorAll(ITEMS)].filter(shown);
    return options.length ? options : [...box.querySelectorAll("li, [data-value]")].filter(shown);
  };
  let found = boxes.flatMap(inside);
  if (!found.length) found = all("[role=option], [role=menuitemradio]").filter((each) => shown(each) && each.localName !== "option");
  if (!found.length) {
    const AROUND = /suggest|autocomplete|dropdown|drop-down|typeahead|options|pac-container|results|listbox|select(ion)?-(list|menu)/i;
    const from = own.getBoundingClientRect();
    const lists = all("ul, ol, div").filter((each) => AROUND.test(`${each.className} ${each.id}`) && !each.contains(own) && shown(each));
    const close = lists.filter((each) => { const box = each.getBoundingClientRect(); return Math.abs(box.top - from.bottom) < 120 && box.left < from.right && box.right > from.left; });
    const rows = close.flatMap((each) => [...each.querySelectorAll("li, [class*=item i], [class*=option i], [class*=suggestion i]")]).filter(shown);
    found = rows.filter((row) => !rows.some((other) => other !== row && row.contains(other)) && !row.closest("a[href]:not([href^='#'])"));
  }
  const unique = [...new Set(found)].filter((each) => each.getAttribute("aria-disabled") !== "true").slice(0, 600);
  return unique.map((each, place) => {
    each.setAttribute(mark, place);
    return { text: (each.innerText || each.textContent || "").replace(/\s+/g, " ").trim().slice(0, 160),
      value: each.getAttribute("data-value") || each.getAttribute("data-key") || each.getAttribute("value") || "" };
  });
}
