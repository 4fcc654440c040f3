// Reads the calendar that is open near a field, and marks what can be pressed in it.
// Called with the field; answers null, or {days: [{day, said, off}], title, month, year, months, years,
// back, on, yearBack, yearOn}; places of days are in the mark, the rest is marked by its name.
(el, mark) => {
  const own = el.control || el;
  const roots = [document];
  for (let i = 0; i < roots.length; i++) for (const each of roots[i].querySelectorAll("*")) if (each.shadowRoot) roots.push(each.shadowRoot);
  const all = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  all(`[${mark}]`).forEach((each) => each.removeAttribute(mark));
  const shown = (each) => {
    const box = each.getBoundingClientRect();
    return box.height > 5 && box.width > 5 && each.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const words = (each) => (each.innerText || each.textContent || "").replace(/\s+/g, " ").trim();
  const cells = all("td, button, span, div, a, [role=gridcell], time").filter((each) =>
    /^\d{1,2}$/.test(words(each)) && +words(each) >= 1 && +words(each) <= 31 && shown(each));
  const leaves = cells.filter((each) => !cells.some((other) => other !== each && each.contains(other)));
  if (leaves.length < 28) return null;
  const from = own.getBoundingClientRect();
  const holds = (box) => leaves.filter((leaf) => box.contains(leaf)).length;
  let grid = leaves[0].parentElement;
  const grids = [...new Set(leaves.map((leaf) => { let box = leaf.parentElement; while (box && holds(box) < 28) box = box.parentElement; return box; }).filter(Boolean))]
    .filter((box) => box !== document.body && box !== document.documentElement);
  if (!grids.length) return null;
  grid = grids.sort((a, b) => Math.abs(a.getBoundingClientRect().top - from.bottom) - Math.abs(b.getBoundingClientRect().top - from.bottom))[0];
  const saying = /\b(19|20)\d\d\b/;
  let box = grid;
  const tells = (each) => saying.test(words(each)) || [...each.querySelectorAll("select, input")].some((field) => saying.test(field.value) || field.localName === "select");
  while (box.parentElement && box.parentElement !== document.body && !tells(box)) box = box.parentElement;
  const wider = box.parentElement;
  const press = (each) => each.querySelectorAll("button, [role=button], a, span, div[class*=next i], div[class*=prev i], th[class*=next i], th[class*=prev i]");
  const called = (each) => `${each.getAttribute("aria-label") || ""} ${each.title || ""} ${typeof each.className === "string" ? each.className : ""} ${words(each)}`;
  const NEXT = /next|nächst|weiter|vor\b|suivant|siguiente|próximo|proximo|successiv|prossim|volgend|następn|forward|[›»>→]/i;
  const BACK = /prev|previous|vorig|zurück|précédent|anterior|preceden|vorige|poprzedn|back|[‹«<←]/i;
  const YEAR = /year|jahr|année|annee|año|anno|jaar|rok\b|ano\b|decade|[«»]/i;
  const buttons = (within) => [...press(within)].filter((each) => shown(each) && !leaves.includes(each) && !each.querySelector("button, [role=button]") && words(each).length < 30);
  const find = (within, way, year) => buttons(within).find((each) => way.test(called(each)) && YEAR.test(called(each)) === year);
  const put = (each, name) => { if (each) each.setAttribute(mark, name); return !!each; };
  const around = [box, wider].filter((each) => each && each !== document.body);
  const either = (way, year) => around.map((each) => find(each, way, year)).find(Boolean);
  const selects = [...box.querySelectorAll("select")].filter(shown);
  const years = selects.find((each) => [...each.options].some((o) => saying.test(o.label)));
  const months = selects.find((each) => each.options.length === 12 || (each !== years && each.options.length > 5));
  const year = [...box.querySelectorAll("input")].find((each) => each !== own && shown(each) && saying.test(each.value));
  const off = (each) => {
    const cell = each.closest("td, [role=gridcell], button") || each;
    const named = `${each.className} ${cell.className} ${each.parentElement?.className || ""}`;
    return each.disabled || cell.disabled || cell.getAttribute("aria-disabled") === "true" || each.getAttribute("aria-disabled") === "true" ||
      /outside|other-?month|prevMonth|nextMonth|adjacent|muted|disabled|\bold\b|\bnew\b|not-current/i.test(named);
  };
  const said = (each) => {
    const cell = each.closest("td, [role=gridcell], button, time") || each;
    return ["aria-label", "data-date", "datetime", "data-day", "title"].map((a) => each.getAttribute(a) || cell.getAttribute(a) || "").find((text) => saying.test(text)) || "";
  };
  const inGrid = leaves.filter((leaf) => grid.contains(leaf));
  inGrid.forEach((leaf, place) => leaf.setAttribute(mark, place));
  const chosen = (field) => field ? field.selectedOptions?.[0]?.label ?? field.value : "";
  const heads = [...box.querySelectorAll("*")].filter((each) => !grid.contains(each) && shown(each) && saying.test(words(each)) && words(each).length < 60);
  const caption = grid.getAttribute("aria-label") || grid.querySelector("caption")?.textContent || "";
  const title = heads.map(words).sort((a, b) => a.length - b.length).reverse()[0] || caption || words(box).slice(0, 80);
  return {
    days: inGrid.map((leaf) => ({ day: +words(leaf), said: said(leaf), off: off(leaf) })),
    title, month: chosen(months), year: chosen(years) || (year ? year.value : ""),
    months: months ? (put(months, "months"), [...months.options].map((o) => o.label.trim())) : null,
    years: years ? (put(years, "years"), [...years.options].map((o) => o.label.trim())) : null,
    typed: put(year, "year"), back: put(either(BACK, false), "back"), on: put(either(NEXT, false), "on"),
    yearBack: put(either(BACK, true), "yearBack"), yearOn: put(either(NEXT, true), "yearOn"),
  };
}
