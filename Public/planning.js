// Improves the planning, its recap and "Remplir plusieurs semaines"; each of them works without it.
//
// Not htmx: it exchanges pieces of a page with the server, and here nothing is asked of the server before the recap. What is needed is what
// happens between two requests: counting, filtering, moving with the arrows, keeping what was ticked. That is less than htmx alone weighs.
(() => {
  const several = (count, word) => `${count} ${word}${count > 1 ? "s" : ""}`;
  const amount = (cents) => `${(Math.abs(cents) / 100).toFixed(2).replace(".", ",")}\u00a0€`;
  const euros = (cents) => (cents ? `${cents > 0 ? "+" : "−"}\u00a0${amount(cents)}` : amount(0));
  const all = (root, selector) => [...root.querySelectorAll(selector)];

  planning(document.getElementById("planning"));
  recap(document.getElementById("recapitulatif"));
  fill(document.getElementById("remplir"));
  agenda();

  function planning(form) {
    if (!form) return;
    form.classList.add("live");
    // A page that came by a form is asked for plainly when it is loaded again.
    history.replaceState(null, "", location.href);
    const boxes = all(form, "input[name=r]");
    const summary = document.getElementById("bilan");
    const limit = document.getElementById("limite");
    const resting = summary?.textContent;
    const carried = { count: Number(summary?.dataset.n), cents: Number(summary?.dataset.p) };
    const action = form.getAttribute("action");
    let isSending = false;

    // What is booked, whatever the page arrived with: one may come back from the recap.
    const isBooked = (box) => box.parentElement.classList.contains("b");
    const changed = () => boxes.filter((box) => box.checked !== isBooked(box));
    const isDirty = () => carried.count > 0 || changed().length > 0;
    const isShown = (box) => !box.closest("[hidden]");

    // What a changed box asks for: the same words as in the recap.
    const meaning = (box) => {
      const is = (name) => box.parentElement.classList.contains(name);
      if (box.checked) return is("full") ? "attente" : is("ask") ? "demande" : "ajout";
      return is("gone") ? "absence" : is("wait") ? "retrait" : "annulation";
    };

    const tell = () => {
      if (!summary) return;
      const changes = changed();
      const cents = changes.reduce((sum, box) => sum + (box.checked ? 1 : -1) * Number(box.dataset.p), carried.cents);
      const counts = new Map();
      for (const word of changes.map(meaning)) counts.set(word, (counts.get(word) ?? 0) + 1);
      const parts = [...counts].map(([word, count]) => several(count, word));
      if (carried.count) parts.push(`${several(carried.count, "changement")} ailleurs`);
      summary.textContent = parts.length ? `${parts.join(", ")}\u00a0: ${euros(cents)}` : resting;
      summary.parentElement.classList.toggle("dirty", parts.length > 0);
    };

    // A unit that excludes others (the whole day, the morning) takes their place.
    const exclude = (box) => {
      if (!box.checked || !box.dataset.x) return;
      const excluded = box.dataset.x.split(" ");
      for (const other of all(box.closest(".k"), "input[name=r]:checked")) {
        if (excluded.includes(other.value.split(".")[1])) other.checked = false;
      }
    };

    form.addEventListener("change", (event) => { exclude(event.target); tell(); });
    form.addEventListener("submit", () => { isSending = true; });
    addEventListener("pageshow", () => { isSending = false; form.setAttribute("action", action); tell(); });
    addEventListener("beforeunload", (event) => { if (!isSending && isDirty()) event.preventDefault(); });

    // The bar says until when the box at hand may be changed; screen readers hear the same sentence as the box's description.
    const explain = (event) => {
      const box = event.target.closest?.("label.u")?.querySelector("input");
      const sentence = box && document.getElementById(box.getAttribute("aria-describedby"));
      if (!sentence || !limit) return;
      const day = box.closest(".d").querySelector("time").textContent;
      const words = sentence.textContent;
      limit.textContent = `${box.parentElement.querySelector("b").textContent}, ${day}\u00a0: ${words[0].toLowerCase()}${words.slice(1)}`;
    };
    form.addEventListener("focusin", explain);
    form.addEventListener("pointerover", explain);

    // Arrows: up and down through a day, left and right to the same box of the days around.
    form.addEventListener("keydown", (event) => {
      if (event.target.name !== "r" || event.altKey || event.ctrlKey || event.metaKey) return;
      const next = { ArrowUp: () => along(event.target, -1), ArrowDown: () => along(event.target, 1),
        ArrowLeft: () => across(event.target, -1), ArrowRight: () => across(event.target, 1) }[event.key]?.();
      if (next === undefined) return;
      event.preventDefault();
      next?.focus();
    });
    const along = (box, step) => {
      const column = all(box.closest(".d"), "input[name=r]").filter(isShown);
      return column[column.indexOf(box) + step] ?? null;
    };
    const across = (box, step) => {
      const [child, unit] = box.value.split(".");
      const days = all(form, ".d").filter((day) => day.offsetParent);
      for (let index = days.indexOf(box.closest(".d")) + step; days[index]; index += step) {
        const same = days[index].querySelector(`input[name=r][value^="${child}.${unit}."]`);
        if (same && isShown(same)) return same;
      }
      return null;
    };

    document.getElementById("annuler")?.addEventListener("click", (event) => {
      isSending = true;
      if (carried.count) return;
      event.preventDefault();
      isSending = false;
      boxes.forEach((box) => { box.checked = isBooked(box); });
      tell();
    });
    form.querySelector("button[value=vider]")?.addEventListener("click", (event) => {
      event.preventDefault();
      boxes.filter(isShown).forEach((box) => { box.checked = false; });
      tell();
    });

    // Filters: at once where the page holds everything, else by the link. What is hidden keeps its ticks.
    const chosen = { c: "", a: "" };
    const names = { c: "enfant", a: "activite" };
    const lists = all(form, "[data-f]");
    const isWhole = lists.every((list) => list.querySelector("[aria-current]")?.dataset.k === "");
    const show = () => {
      for (const row of all(form, ".k[data-c]")) row.hidden = chosen.c !== "" && row.dataset.c !== chosen.c;
      for (const cell of all(form, ".weeks .u, .over .u")) cell.hidden = chosen.a !== "" && !cell.classList.contains(`a${chosen.a}`);
      for (const row of all(form, "fieldset.k")) row.classList.toggle("nil", !row.querySelector(".u:not([hidden]), .none"));
    };
    const keep = (link) => {
      const address = new URL(link.href);
      for (const [key, name] of Object.entries(names)) {
        if (chosen[key]) address.searchParams.set(name, chosen[key]); else address.searchParams.delete(name);
      }
      link.href = address;
      return address;
    };
    const months = all(document, ".pages a, .step").filter((link) => !link.getAttribute("href").startsWith("#"));
    for (const list of lists) {
      list.addEventListener("click", (event) => {
        const link = event.target.closest("a");
        if (!link || !isWhole || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        chosen[list.dataset.f] = link.dataset.k;
        for (const other of all(list, "a")) other.removeAttribute("aria-current");
        link.setAttribute("aria-current", "true");
        const details = list.closest("details");
        if (details) { details.open = false; details.querySelector("summary").textContent = link.textContent; }
        show();
        history.replaceState(null, "", keep(Object.assign(document.createElement("a"), { href: location.href })));
        months.forEach(keep);
      });
    }

    // Another month, another filter: what was ticked goes along.
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || event.defaultPrevented || link.id === "annuler" || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const isPlanning = link.pathname === location.pathname && !link.getAttribute("href").startsWith("#");
      if (!isPlanning || !isDirty()) return;
      event.preventDefault();
      isSending = true;
      form.setAttribute("action", link.href);
      form.submit();
    });
  }

  // The recap: days that are left out change the count and the cost.
  function recap(form) {
    if (!form) return;
    // Coming back here from the answer leads to the planning as it has become, not to a form to send again.
    history.replaceState(null, "", form.querySelector("[formaction]").formAction);
    const days = all(form, "input[name=jour]");
    const button = form.querySelector(".bar .primary");
    const tell = () => {
      if (!days.length || !button) return;
      const kept = days.filter((day) => day.checked);
      const sum = (key) => kept.reduce((total, day) => total + Number(day.dataset[key]), 0);
      button.lastChild.textContent = sum("n") === 1 ? "Confirmer ce changement" : `Confirmer ces ${sum("n")} changements`;
      button.disabled = kept.length === 0;
      for (const price of all(form, ".sum .price, .bar .price")) price.textContent = euros(sum("p"));
    };
    form.addEventListener("change", tell);
    addEventListener("pageshow", tell);
  }

  // One week on many: a date chosen means "between two dates"; a child may take over another's week.
  function fill(form) {
    if (!form) return;
    for (const date of all(form, "input[type=date]")) {
      date.addEventListener("input", () => { form.querySelector("input[value=dates]").checked = true; });
    }
    const [first, ...others] = all(form, ".fill-child");
    const name = (card) => card.querySelector("caption").lastChild.textContent;
    for (const card of others) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "button quiet", textContent: `Comme ${name(first)}` });
      button.addEventListener("click", () => {
        for (const box of all(card, "input")) {
          const same = box.value.split(".").slice(1).join(".");
          box.checked = first.querySelector(`input[value$=".${same}"]`)?.checked ?? box.checked;
        }
      });
      card.append(button);
    }
  }

  // The agenda: buttons that only a script can serve.
  function agenda() {
    const button = (text, act) => {
      const made = Object.assign(document.createElement("button"), { type: "button", className: "button secondary", textContent: text });
      made.addEventListener("click", act);
      return made;
    };
    const link = document.getElementById("lien-agenda");
    if (link && navigator.clipboard) {
      const copy = button("Copier le lien", async () => { await navigator.clipboard.writeText(link.value); copy.textContent = "Copié"; });
      link.after(copy);
      link.addEventListener("focus", () => link.select());
    }
    if (document.querySelector(".cal")) document.querySelector("main .buttons").append(button("Imprimer", () => print()));
  }
})();
