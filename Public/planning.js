// Improves the planning: says what will change, ticks several days at once, warns before leaving. The page works without it.
(() => {
  const form = document.getElementById("planning");
  const summary = document.getElementById("bilan");
  if (!form) return;
  const boxes = [...form.querySelectorAll("input[name=r]")];
  const resting = summary?.textContent;
  let isSending = false;

  // What is booked, whatever the page arrived with: one may come back from the recap.
  const isBooked = (box) => box.parentElement.classList.contains("b");
  const changed = () => boxes.filter((box) => box.checked !== isBooked(box));
  const several = (count, word) => `${count} ${word}${count > 1 ? "s" : ""}`;
  const euros = (cents) => `${cents > 0 ? "+" : "−"}\u00a0${(Math.abs(cents) / 100).toFixed(2).replace(".", ",")}\u00a0€`;

  const tell = () => {
    if (!summary) return;
    const changes = changed();
    const added = changes.filter((box) => box.checked);
    const cancelled = changes.length - added.length;
    const cents = changes.reduce((sum, box) => sum + (box.checked ? 1 : -1) * Number(box.dataset.p), 0);
    const parts = [];
    if (added.length) parts.push(several(added.length, "ajout"));
    if (cancelled) parts.push(several(cancelled, "annulation"));
    if (cents) parts.push(euros(cents));
    summary.textContent = parts.length ? parts.join(", ") : resting;
    summary.parentElement.classList.toggle("dirty", parts.length > 0);
  };

  form.addEventListener("change", tell);
  form.addEventListener("submit", () => { isSending = true; });
  addEventListener("pageshow", () => { isSending = false; tell(); });
  addEventListener("beforeunload", (event) => {
    if (!isSending && changed().length) event.preventDefault();
  });

  // Several days at once: a child, a unit, a day of the week, all weeks or every other one.

  const weekdays = ["tous les jours", "les lundis", "les mardis", "les mercredis", "les jeudis", "les vendredis", "les samedis", "les dimanches"];
  const weeks = ["toutes les semaines", "les semaines impaires", "les semaines paires"];
  const day = (box) => new Date(`${box.value.split(".")[2]}T00:00Z`);
  const weekday = (box) => day(box).getUTCDay() || 7;
  const weekNumber = (box) => {
    const thursday = day(box);
    thursday.setUTCDate(thursday.getUTCDate() + 4 - weekday(box));
    return Math.ceil(((thursday - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 864e5 + 1) / 7);
  };
  const child = (box) => box.closest("fieldset").querySelector("legend").firstChild.textContent;
  const unit = (box) => box.parentElement.querySelector("b").textContent;
  const distinct = (values) => [...new Set(values)];

  const element = (name, properties, ...content) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...content);
    return node;
  };
  const choice = (title, options) => {
    const select = element("select", {}, ...options.map(([value, text]) => element("option", { value }, text)));
    return [select, element("label", { className: "field" }, element("span", {}, title), select)];
  };
  const named = (all, values) => [["", all], ...values.map((value) => [value, value])];

  const tools = form.querySelector(".plan-tools");
  if (tools && boxes.length) {
    const [who, whoField] = choice("Enfant", named("tous les enfants", distinct(boxes.map(child))));
    const [what, whatField] = choice("Quoi", named("tout", distinct(boxes.map(unit))));
    const shown = distinct(boxes.map(weekday)).sort();
    const [when, whenField] = choice("Jours", [0, ...shown].map((number) => [number, weekdays[number]]));
    const [which, whichField] = choice("Semaines", weeks.map((text, index) => [index, text]));
    const matches = (box) =>
      (!who.value || child(box) === who.value) && (!what.value || unit(box) === what.value) &&
      (when.value === "0" || weekday(box) === Number(when.value)) && (which.value === "0" || weekNumber(box) % 2 === which.value % 2);
    const act = (title, isChecked, style) => element("button", {
      type: "button", className: `button ${style}`,
      onclick: () => { boxes.filter(matches).forEach((box) => { box.checked = isChecked; }); tell(); },
    }, title);
    tools.append(element("details", {}, element("summary", {}, "Cocher plusieurs jours d'un coup"),
      element("div", { className: "filters" }, whoField, whatField, whenField, whichField,
        element("div", { className: "buttons" }, act("Cocher", true, "secondary"), act("Décocher", false, "quiet")))));
  }

  // The child that is shown alone, for those who do not see which one is marked.
  const links = [...form.querySelectorAll(".who a")];
  const mark = () => links.forEach((link, index) => {
    const isShown = link.hash === location.hash || (index === 0 && !links.some((other) => other.hash === location.hash));
    if (isShown) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
  });
  addEventListener("hashchange", mark);
  mark();
})();
