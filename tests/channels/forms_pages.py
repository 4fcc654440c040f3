"""Forms with scripts of their own, as shops have them, for tests of filling them in."""

from __future__ import annotations

ORDINARY = """<!doctype html><html lang=en><title>Checkout</title><form>
<label>First name <input name=first required></label>
<label>Last name <input name=last required></label>
<label>Company (optional) <input name=company></label>
<label>E-mail <input name=email type=email required></label>
<label>Phone <input name=phone type=tel></label>
<label>Street address <input name=line1 autocomplete="shipping address-line1"></label>
<label>Apartment, suite <input name=line2 autocomplete="shipping address-line2"></label>
<label>Town or city <input name=city></label>
<label>Postcode <input name=zip maxlength=8></label>
<label>Country <select name=country><option value=US>United States</option><option value=DE>Germany</option>
<option value=GB>United Kingdom</option></select></label>
<label>Promo code <input name=promo></label>
<label><input type=checkbox name=news checked> Send me news and offers</label>
<label><input type=checkbox name=warranty checked> Add a 3-year warranty for £9.99</label>
<label><input type=checkbox name=terms required> I agree to the <a href=/terms>terms</a></label>
<button>Continue</button></form>"""

MASKED = """<!doctype html><html lang=en><title>Pay</title><form>
<label>Card number <input name=card autocomplete=cc-number inputmode=numeric maxlength=19></label>
<label>Expiry (MM/YY) <input name=expiry autocomplete=cc-exp maxlength=5 placeholder="MM/YY"></label>
<label>Phone <input name=phone autocomplete=tel placeholder="(___) ___-____"></label></form><script>
const mask = (name, shape) => { const el = document.querySelector(`[name=${name}]`);
  el.addEventListener("input", () => { const digits = el.value.replace(/\\D/g, ""); let out = "", n = 0;
    for (const c of shape) { if (n >= digits.length) break; out += c === "#" ? digits[n++] : c; }
    el.value = out; }); };
mask("card", "#### #### #### ####"); mask("expiry", "##/##"); mask("phone", "(###) ###-####");
</script>"""

AUTO_TAB = """<!doctype html><html lang=en><title>Pay</title><form><fieldset><legend>Card number</legend>
<input name=c1 maxlength=4 autocomplete=cc-number aria-label="Card number, part 1">
<input name=c2 maxlength=4 autocomplete=cc-number aria-label="Card number, part 2">
<input name=c3 maxlength=4 autocomplete=cc-number aria-label="Card number, part 3">
<input name=c4 maxlength=4 autocomplete=cc-number aria-label="Card number, part 4"></fieldset>
<label>Security code <input name=csc autocomplete=cc-csc maxlength=4></label></form><script>
document.querySelectorAll("fieldset input").forEach((el) => el.addEventListener("input", () => {
  if (el.value.length === 4) (el.nextElementSibling || document.querySelector("[name=csc]")).focus(); }));
</script>"""

SPLIT_EXPIRY = """<!doctype html><html lang=de><title>Zahlung</title><form>
<label>Ablaufmonat <select name=month autocomplete=cc-exp-month><option>Monat</option>MONTHS</select></label>
<label>Ablaufjahr <select name=year autocomplete=cc-exp-year><option>Jahr</option>YEARS</select></label>
</form>""".replace(
    "MONTHS",
    "".join(
        f"<option value={n}>{name}</option>"
        for n, name in enumerate(
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
        )
    ),
).replace("YEARS", "".join(f"<option value={n}>{n}</option>" for n in range(2024, 2045)))

DEPENDENT = """<!doctype html><html lang=en><title>Address</title><form id=f></form><script>
const kept = {}; const form = document.getElementById("f");
const STATES = { US: ["Alabama", "California", "Minnesota", "New York"], GB: [] };
const draw = () => { const land = kept.country || "US";
  form.innerHTML = `<label>First name <input name=first autocomplete=given-name></label>
  <label>Country <select name=country autocomplete=country><option value=US>United States</option><option value=GB>United Kingdom</option></select></label>` +
  (land === "US" ? `<label>State <select name=state autocomplete=address-level1 required><option value="">Choose</option>${STATES.US.map(s => `<option>${s}</option>`).join("")}</select></label>`
   : `<label>County <input name=county autocomplete=address-level1></label>`) +
  `<label>Postcode <input name=zip autocomplete=postal-code></label>`;
  form.country.value = land; };
draw(); form.addEventListener("change", (e) => { if (e.target.name === "country") { kept.country = e.target.value; form.innerHTML = "Loading"; setTimeout(draw, 150); } });
</script>"""

REVEALED = """<!doctype html><html lang=en><title>Who</title><form>
<label>E-mail <input name=email type=email></label><div id=more></div></form><script>
document.querySelector("[name=email]").addEventListener("change", () => setTimeout(() => {
  document.getElementById("more").innerHTML = "<label>Last name <input name=last></label>"; }, 100));
</script>"""

REDRAWN = """<!doctype html><html lang=en><title>Who</title><form id=f></form><script>
const kept = { first: "", city: "" }, form = document.getElementById("f");
const draw = (at) => { form.innerHTML = Object.keys(kept).map((k) =>
  `<label>${k === "city" ? "City" : "First name"} <input name=${k}></label>`).join("");
  for (const k in kept) { form[k].value = kept[k]; form[k].addEventListener("input", () => { kept[k] = form[k].value; draw(k); }); }
  if (at) { form[at].focus(); form[at].setSelectionRange(99, 99); } };
draw();
</script>"""

COMBOBOX = """<!doctype html><html lang=en><title>Where</title><style>[hidden]{display:none}li{list-style:none}li.on{background:#ddf}</style>
<form><label id=l for=box>Country</label>
<input id=box name=country role=combobox aria-expanded=false aria-controls=list aria-autocomplete=list autocomplete=off>
<ul id=list role=listbox hidden></ul><label>City <input name=city></label></form><script>
const LANDS = ["Austria", "France", "Germany", "Ireland", "United Kingdom", "United States"];
const box = document.getElementById("box"), list = document.getElementById("list"); let at = -1, chosen = "";
const show = () => { const fit = LANDS.filter((l) => l.toLowerCase().includes(box.value.toLowerCase()));
  list.innerHTML = fit.map((l, n) => `<li role=option id=o${n}>${l}</li>`).join(""); list.hidden = !fit.length; at = -1;
  box.setAttribute("aria-expanded", !list.hidden); box.removeAttribute("aria-activedescendant"); };
const take = (li) => { chosen = box.value = li.textContent; list.hidden = true; box.setAttribute("aria-expanded", false); };
box.addEventListener("input", show);
box.addEventListener("keydown", (e) => { if (!list.hidden && /Arrow/.test(e.key)) { e.preventDefault();
    at = (at + (e.key === "ArrowDown" ? 1 : -1) + list.children.length) % list.children.length;
    [...list.children].forEach((li, n) => li.classList.toggle("on", n === at)); box.setAttribute("aria-activedescendant", `o${at}`); }
  else if (e.key === "ArrowDown") { e.preventDefault(); show(); }
  if (e.key === "Enter" && at >= 0) { e.preventDefault(); take(list.children[at]); } if (e.key === "Escape") list.hidden = true; });
list.addEventListener("mousedown", (e) => { e.preventDefault(); if (e.target.role === "option") take(e.target); });
box.addEventListener("blur", () => { if (box.value !== chosen) box.value = chosen; list.hidden = true; });
</script>"""

LIST_BUTTON = """<!doctype html><html lang=en><title>Where</title><style>[hidden]{display:none}[role=option].on{background:#ddf}
#list{position:absolute;background:#fff;max-height:120px;overflow:auto}</style>
<form><span id=l>Country</span> <button type=button id=b aria-haspopup=listbox aria-expanded=false aria-labelledby="l b">Choose…</button>
<div id=list role=listbox tabindex=-1 hidden></div><input type=hidden name=country><label>City <input name=city></label></form><script>
const b = document.getElementById("b"), list = document.getElementById("list"), LANDS = ["Austria", "France", "Germany", "United Kingdom"]; let at = 0;
list.innerHTML = LANDS.map((l, n) => `<div role=option id=o${n}>${l}</div>`).join("");
const move = (n) => { at = n; [...list.children].forEach((o, i) => o.classList.toggle("on", i === at)); list.setAttribute("aria-activedescendant", `o${at}`); };
const open = (yes) => { list.hidden = !yes; b.setAttribute("aria-expanded", yes); if (yes) { list.focus(); move(0); } };
const take = (o) => { b.textContent = o.textContent; document.forms[0].country.value = o.textContent; open(false); b.focus(); };
b.addEventListener("click", () => open(list.hidden));
b.addEventListener("keydown", (e) => { if (e.key === "ArrowDown") { e.preventDefault(); open(true); } });
list.addEventListener("click", (e) => take(e.target));
list.addEventListener("keydown", (e) => { if (e.key === "ArrowDown") move(Math.min(at + 1, 3)); if (e.key === "ArrowUp") move(Math.max(at - 1, 0));
  if (e.key === "Enter") { e.preventDefault(); take(list.children[at]); } if (e.key === "Escape") open(false); });
</script>"""

TILES = """<!doctype html><html lang=en><title>Pay</title><style>
.hide { position: absolute; opacity: 0; width: 1px; height: 1px; } .gone { display: none; }
.tile { display: inline-block; border: 1px solid; padding: 12px; }</style><form>
<fieldset><legend>Payment method</legend>
<input class=hide type=radio name=pay value=pp id=p1><label class=tile for=p1>PayPal</label>
<input class=hide type=radio name=pay value=cc id=p2><label class=tile for=p2>Credit or debit card</label></fieldset>
<fieldset><legend>Title</legend>
<input class=hide type=radio name=title value=mr id=t1><label class=tile for=t1>Mr</label>
<input class=hide type=radio name=title value=ms id=t2><label class=tile for=t2>Ms</label></fieldset>
<p><input class=hide type=checkbox name=terms id=t required><label for=t>I agree to the
<a href=/elsewhere>terms and conditions of the whole shop</a></label></p></form>"""

FINDER = """<!doctype html><html lang=en><title>Where</title><form>
<label>Find your address <input name=finder type=search placeholder="Start typing"></label>
<button type=button id=manual>Enter address manually</button><div id=more hidden>
<label>Street address <input name=line1 autocomplete=address-line1></label>
<label>City <input name=city autocomplete=address-level2></label>
<label>Postcode <input name=zip autocomplete=postal-code></label></div></form><script>
document.getElementById("manual").onclick = () => { document.getElementById("more").hidden = false; };
</script>"""

CALENDAR = """<!doctype html><html lang=en><title>Born</title><style>td{width:30px;height:30px}</style><form>
<label>Date of birth <input name=born autocomplete=bday readonly placeholder="Choose a date"></label>
<div id=cal hidden role=dialog aria-label="Choose a date"></div></form><script>
const MONTHS = ["January","February","March","April","May","June","July","August","September","October","November","December"];
const cal = document.getElementById("cal"), born = document.querySelector("[name=born]"); let year = 1990, month = 10;
const draw = () => { const first = new Date(year, month, 1).getDay(), count = new Date(year, month + 1, 0).getDate();
  const cells = []; for (let i = first; i > 0; i--) cells.push(["outside", new Date(year, month, 1 - i).getDate()]);
  for (let d = 1; d <= count; d++) cells.push(["", d]); for (let d = 1; cells.length % 7; d++) cells.push(["outside", d]);
  let rows = ""; for (let i = 0; i < cells.length; i += 7) rows += "<tr>" + cells.slice(i, i + 7).map(([c, d]) => `<td><button type=button class="day ${c}">${d}</button></td>`).join("") + "</tr>";
  cal.innerHTML = `<div><button type=button data-y=-1 aria-label="Previous year">«</button><button type=button data-m=-1 aria-label="Previous month">‹</button>
  <b>${MONTHS[month]} ${year}</b><button type=button data-m=1 aria-label="Next month">›</button><button type=button data-y=1 aria-label="Next year">»</button></div><table>${rows}</table>`; };
born.addEventListener("click", () => { draw(); cal.hidden = false; });
cal.addEventListener("click", (e) => { const t = e.target; if (t.dataset.y) { year += +t.dataset.y; draw(); }
  else if (t.dataset.m) { month += +t.dataset.m; if (month < 0) { month = 11; year--; } if (month > 11) { month = 0; year++; } draw(); }
  else if (t.classList.contains("day") && !t.classList.contains("outside")) { born.value = `${year}-${month + 1}-${t.textContent}`; cal.hidden = true; } });
</script>"""

DATES = """<!doctype html><html lang=en><title>Born</title><form>
<label>Date of birth <input name=native type=date autocomplete=bday></label>
<label>Date of birth (DD.MM.YYYY) <input name=dotted autocomplete=bday></label>
<label>Geburtsdatum <input name=german autocomplete=bday placeholder="TT.MM.JJJJ"></label>
<label>Birthday <input name=american autocomplete=bday placeholder="mm/dd/yyyy"></label></form>"""

FLOATING = """<!doctype html><html lang=en><title>Who</title><style>.f{position:relative;margin:24px}
.f label{position:absolute;left:8px;top:4px;pointer-events:none;transition:.1s} .f input:focus+label,.f input:not(:placeholder-shown)+label{top:-18px}</style>
<form><div class=f><input id=a name=first placeholder=" "><label for=a>First name</label></div>
<div class=f><input id=b name=email placeholder=" "><label for=b>E-mail address</label></div></form>"""

FRAMED = """<!doctype html><html lang=en><title>Pay</title><form><label>Name on card <input name=holder autocomplete=cc-name></label></form>
<iframe src="{}/number" title="Card number" width=400 height=60></iframe><iframe src="{}/rest" title="Expiry and code" width=400 height=60></iframe>"""
FRAME_NUMBER = """<!doctype html><title>n</title><label>Card number <input name=number autocomplete=cc-number></label>"""
FRAME_REST = """<!doctype html><title>r</title><label>Expiry <input name=exp autocomplete=cc-exp placeholder="MM / YY"></label>
<label>CVC <input name=cvc autocomplete=cc-csc maxlength=4></label>"""
