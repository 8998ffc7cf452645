// Improves the roll call: a tap answers at once, is kept in the tablet while there is no connection, and is sent once, when there is one.
(() => {
  const form = document.getElementById("pointage");
  if (!form) return;
  const network = document.getElementById("liaison");
  const refusals = document.getElementById("refus");
  const { magasin, cle, maintenant } = form.dataset;
  const place = `portail-pointage:${magasin}`;
  // The server's clock counts: the tablet's may be wrong.
  const offset = Number(maintenant) - Date.now();
  const clock = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", hour: "2-digit", minute: "2-digit" });
  const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" });
  let taps = 0, last = 0, isSending = false, trouble = "";

  const read = () => { try { return JSON.parse(localStorage.getItem(place)) ?? []; } catch { return []; } };
  const write = (entries) => localStorage.setItem(place, JSON.stringify(entries));
  const card = (child) => form.querySelector(`[data-enfant="${child}"]`);
  const several = (count, word) => `${count} ${word}${count > 1 ? "s" : ""}`;

  const show = (child, state, words, hasLeft) => {
    const item = card(child);
    if (!item) return false;
    item.classList.toggle("here", state === "here");
    item.classList.toggle("away", state === "away");
    item.classList.toggle("left", state === "here" && Boolean(hasLeft));
    item.querySelector(".roll-state").textContent = words;
    for (const button of item.querySelectorAll("button[name=saisie]")) {
      const act = button.value.split("/")[3];
      if (act === "present") button.setAttribute("aria-pressed", state === "here");
      if (act === "absent") button.setAttribute("aria-pressed", state === "away" && words.startsWith("Absent"));
      if (act === "depart") button.setAttribute("aria-pressed", Boolean(hasLeft));
    }
    return true;
  };

  const tell = () => {
    const waiting = read().length;
    let words = "";
    if (trouble && waiting) words = `${trouble} ${several(waiting, "saisie")} gardée${waiting > 1 ? "s" : ""} dans cette tablette.`;
    else if (trouble) words = trouble;
    network.hidden = !words;
    if (network.textContent !== words) network.textContent = words;
    const count = (selector) => form.querySelectorAll(`.roll-card${selector}`).length;
    const [uncalled, here, left, away] = [count(":not(.here):not(.away)"), count(".here:not(.left)"), count(".left"), count(".away")];
    const tags = document.querySelectorAll(".roll-head .counts .tag");
    [`À pointer\u00a0: ${uncalled}`, `Présents\u00a0: ${here}`, `Partis\u00a0: ${left}`, `Absents\u00a0: ${away}`].forEach((text, index) => {
      if (tags[index]) tags[index].lastChild.textContent = text;
    });
  };

  // One tap or a few letters find a child among sixty.
  const finder = document.getElementById("trouver");
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const states = { todo: ":not(.here):not(.away)", in: ".here:not(.left)", left: ".left", away: ".away" };
  let shown = "";
  const find = () => {
    if (!finder) return;
    const words = folded(finder.querySelector("input").value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const item of form.querySelectorAll(".roll-card")) {
      const names = folded(item.querySelector("h3").textContent).split(/[\s-]+/);
      const matches = words.every((word) => names.some((name) => name.startsWith(word)));
      item.hidden = !matches || Boolean(shown && !item.matches(states[shown]));
      if (!item.hidden) found += 1;
    }
    for (const group of form.querySelectorAll(".roll-group")) group.hidden = !group.querySelector(".roll-card:not([hidden])");
    document.getElementById("personne").hidden = found > 0;
  };
  if (finder) {
    finder.hidden = false;
    finder.addEventListener("input", find);
    finder.addEventListener("click", ({ target }) => {
      if (!target.matches("[data-montre]")) return;
      shown = target.dataset.montre;
      for (const each of finder.querySelectorAll("[data-montre]")) each.setAttribute("aria-pressed", each === target);
      find();
    });
    // The keyboard's return key looks; it does not tap the first child's button.
    finder.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target.matches("input")) event.preventDefault(); });
  }

  // "8 h 05", with spaces that do not break, as the server writes it.
  const spoken = (time) => time.replace(/^0/, "").replace(":", "\u00a0h\u00a0");

  // What the tap shows before the server has answered.
  const foresee = (child, act, time) => {
    if (act === "present") show(child, "here", `Présent${time ? `, arrivé à ${spoken(time)}` : ""}`);
    if (act === "absent") show(child, "away", "Absent");
    if (act === "depart") show(child, "here", `Présent${time ? `, parti à ${spoken(time)}` : ""}`, true);
    if (act === "efface") show(child, "", "À pointer");
  };

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button?.name !== "saisie") return;
    event.preventDefault();
    const [, , slot, act] = button.value.split("/");
    const moment = last = Math.max(Date.now() + offset, last + 1);
    const isToday = calendar.format(moment) === slot.split(".").at(-1);
    const time = isToday && (act === "present" || act === "depart") ? clock.format(moment) : "-";
    const key = `${cle}-${String(++taps).padStart(6, "0")}`;
    write([...read(), `${key}/${moment}/${slot}/${act}/${time}`]);
    foresee(slot.split(".")[0], act, time === "-" ? "" : time);
    tell();
    send();
  });

  const settle = (answer) => {
    const done = new Set([...answer.recues, ...answer.refusees.map((each) => each.cle)]);
    write(read().filter((entry) => !done.has(entry.split("/")[0])));
    for (const { enfant, pourquoi } of answer.refusees) {
      const name = card(enfant)?.querySelector("h3").textContent ?? "";
      const line = document.createElement("li");
      line.textContent = `${name}\u00a0: saisie non enregistrée. ${pourquoi}`;
      refusals.append(line);
      refusals.hidden = false;
    }
    const waiting = new Set(read().map((entry) => entry.split("/")[2].split(".")[0]));
    let unknown = 0;
    for (const { enfant, etat, mots, parti } of answer.enfants) {
      if (!waiting.has(String(enfant)) && !show(enfant, etat, mots, parti === 1)) unknown += 1;
    }
    if (unknown) trouble = "Un collègue a ajouté un enfant\u00a0: rechargez la page pour le voir.";
    if (answer.close && form.querySelector("button[name=saisie]")) trouble = "Un collègue a clos cette journée\u00a0: rechargez la page.";
  };

  const post = async () => {
    const entries = read().slice(0, 200);
    const body = new URLSearchParams();
    for (const field of form.querySelectorAll("input[type=hidden]")) body.append(field.name, field.value);
    for (const entry of entries) body.append("saisie", entry);
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual" });
    if (answer.type === "opaqueredirect" || answer.status === 403) { trouble = "Votre session est finie\u00a0: reconnectez-vous dans un autre onglet."; return; }
    if (!answer.ok) { trouble = "Le portail ne répond pas."; return; }
    trouble = "";
    settle(await answer.json());
  };

  // One sender at a time, whatever the number of tabs: a tap that is sent twice would count once all the same.
  const send = async () => {
    if (isSending) return;
    isSending = true;
    const locked = (work) => (navigator.locks ? navigator.locks.request(place, work) : work());
    try {
      do { await locked(post); } while (!trouble && read().length);
    } catch {
      trouble = "Pas de connexion.";
    }
    isSending = false;
    tell();
  };

  addEventListener("online", send);
  addEventListener("beforeunload", (event) => { if (read().length) event.preventDefault(); });
  setInterval(() => { if (read().length || document.visibilityState === "visible") send(); }, 8000);
  if (read().length) send(); else tell();
})();
