// The page: one form a question, the answer beside it; Python answers from its own thread.
import { element, formOf } from "./form.js";
import { WORDS } from "./words.js";

const LARGEST_FILE = 16 * 1024 * 1024;
const ICS = "text/calendar";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const FIRST = "premium";
const CASE = "case";
const REPORTS = "reports";

const at = (id) => document.getElementById(id);
const asked = new URLSearchParams(location.search).get("lang") ?? navigator.language;
let language = asked.startsWith("zh") ? "zh" : "en";
let words = WORDS[language];

// --- Python ---

const worker = new Worker("./worker.js", { type: "module" });
const waiting = new Map();
let sent = 0;

worker.onmessage = ({ data }) => {
  if (data.stage) {
    at("progress").value = data.share;
    at("stage").textContent = words.stages[data.stage];
  } else if (data.number) {
    const { resolve, reject } = waiting.get(data.number);
    waiting.delete(data.number);
    if ("answer" in data) resolve(data.answer);
    else reject(new Error(data.failed));
  } else {
    fail(data.failed);
  }
};
worker.onerror = (event) => fail(event.message);

function fail(error) {
  at("loading").hidden = false;
  at("stage").textContent = words.failed + (error.message ?? error);
}

/** Call a function of answers.py. */
export const python = (name, ...given) =>
  new Promise((resolve, reject) => {
    sent += 1;
    waiting.set(sent, { resolve, reject });
    worker.postMessage({ number: sent, message: { do: name, with: given } });
  });

// --- answers ---

/** A part of an answer that folds; it stays as the reader left it when the answer is worked out anew. */
const folded = new Map();
function section(name, open, ...content) {
  const node = element("details", { id: name, open: folded.get(name) ?? open }, element("summary", {}, words[name]), ...content);
  node.addEventListener("toggle", () => printing || folded.set(name, node.open));
  return node;
}

const paragraphs = (text, name) => element("pre", { tabindex: "0", "aria-label": words[name] }, text);

function shown(value) {
  if (value.fields) {
    return element("dl", {}, ...value.fields.map((one) => element("div", {}, element("dt", {}, one.name), element("dd", {}, shown(one)))));
  }
  if (value.list?.length === 0) return element("span", {}, words.nothing);
  if (value.list) return element("ul", {}, ...value.list.map((one) => element("li", {}, one)));
  if (!value.table) return element("span", {}, value.text);
  const head = element("tr", {}, ...value.table.heads.map((one) => element("th", { scope: "col" }, one)));
  const cellOf = (text, place) =>
    element("td", { "data-head": value.table.heads[place], class: text.length < 15 && /\d/.test(text) && "short" }, text);
  const rows = value.table.rows.map((row) => element("tr", {}, ...row.map(cellOf)));
  return element("div", { class: "wide" }, element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)));
}

function switches(readings, choose) {
  if (!readings?.length) return null;
  const fields = readings.map((one) => {
    const id = `reading-${one.name}`;
    const chosen = element("select", { id, "data-reading": one.name });
    for (const { name, says } of one.members) {
      chosen.append(element("option", { value: name, selected: name === one.taken }, says));
    }
    chosen.addEventListener("change", () => choose({ [one.name]: chosen.value }));
    return element("div", { class: "field" }, element("label", { for: id }, `${one.question} [${one.clause}]`), chosen);
  });
  return section("readings", true, element("p", {}, words.readings_note), ...fields);
}

/** Put an answer on the page; the keyboard stays where it was. */
function put(said, ...parts) {
  const focused = document.activeElement?.id;
  at("answer").replaceChildren(element("h2", {}, words.answer), ...parts.filter(Boolean));
  at("said").textContent = said;
  if (focused && document.activeElement?.id !== focused) at(focused)?.focus();
  const { top } = at("answer").getBoundingClientRect();
  const asksFromForm = at("facts").contains(document.activeElement);
  if (asksFromForm && (top < 0 || top > innerHeight * 0.7)) at("answer").scrollIntoView();
}

function putAnswer(found, choose) {
  const outcome = element("div", { class: "outcome", id: "outcome" }, shown(found.outcome));
  put(
    `${words.outcome}${words.colon}${outcome.textContent}`,
    element("h3", {}, words.outcome),
    outcome,
    found.cautions.length ? section("cautions", true, shown({ list: found.cautions })) : null,
    switches(found.readings, choose),
    section("why", true, paragraphs(found.why, "why")),
  );
}

function putFaults(found, form, choose, ...more) {
  const texts = found.faults.map(({ path, text }) => {
    const place = form?.tell(path, text);
    if (!place) return element("li", {}, text);
    const link = element("a", { href: `#${place.id}` }, `${place.label}${words.colon}${text}`);
    link.addEventListener("click", (event) => (event.preventDefault(), at(place.id).focus()));
    return element("li", {}, link);
  });
  const title = words.faults(found.faults.length);
  const summary = element("div", { class: "faults", id: "faults" }, element("h3", {}, title), element("ul", {}, ...texts));
  put(title, summary, switches(found.readings, choose), ...more);
}

/** Work something out and put it on the page, unless the reader asked for something else meanwhile. */
let turn = 0;
async function workOut(name, given, done) {
  const own = (turn += 1);
  const slow = setTimeout(() => (at("said").textContent = words.working), 300);
  try {
    const found = await python(name, ...given, language);
    if (own === turn) done(found);
  } catch (error) {
    if (own === turn) put(words.failed, element("p", { class: "faults" }, words.failed + error.message));
  } finally {
    clearTimeout(slow);
  }
}

/** The work calendar, which all questions share. */
let calendar = "guangxi";
function calendarField(changed) {
  const chosen = element("select", { id: "calendar" });
  for (const [name, title] of Object.entries(words.calendars)) {
    chosen.append(element("option", { value: name, selected: name === calendar }, title));
  }
  chosen.addEventListener("change", () => {
    calendar = chosen.value;
    changed();
  });
  return element("div", { class: "field" }, element("label", { for: "calendar" }, words.calendar), chosen);
}

// --- questions ---

function openQuestion(name, { schema, example, takes_calendar }, facts = {}) {
  const form = formOf(schema, words);
  form.fill(facts);
  let readings = {};
  const ask = () =>
    workOut("answer", [name, form.value(), readings, calendar], (found) => {
      form.clear();
      if (found.faults) putFaults(found, form, choose);
      else putAnswer(found, choose);
    });
  const choose = (chosen) => {
    readings = { ...readings, ...chosen };
    ask();
  };
  const button = (id, does) => {
    const made = element("button", { type: "button", id }, words[id]);
    made.addEventListener("click", does);
    return made;
  };
  const again = (told) => () => {
    turn += 1;
    openQuestion(name, { schema, example, takes_calendar }, told);
    at("ask").focus();
  };
  const buttons = element("p", { class: "buttons" }, element("button", { type: "submit", id: "ask" }, words.ask));
  buttons.append(button("example", again(example)), button("reset", again({})));
  const days = takes_calendar ? calendarField(() => {}) : "";
  const node = element("form", { novalidate: true, id: "form" }, form.node, days, element("p", { id: "note" }, words.note), buttons);
  node.addEventListener("submit", (event) => (event.preventDefault(), ask()));
  node.addEventListener("input", stale);
  at("facts").replaceChildren(element("h2", {}, words.facts), node);
  at("answer").replaceChildren();
  at("said").textContent = "";
  kept = () => form.value();
}

function stale() {
  if (at("answer").children.length && !at("stale")) {
    at("answer").prepend(element("p", { id: "stale", class: "faults" }, words.stale));
  }
}

// --- files ---

const base64 = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

/** Where files are dropped or chosen; what is done with them is told of in `read`. */
function dropField(title, accept, several, read) {
  const file = element("input", { type: "file", id: "file", accept, multiple: several });
  const drop = element("label", { for: "file", class: "drop-here", id: "drop" }, title, file);
  const taken = (files) => read([...files].slice(0, several ? undefined : 1)).catch(fail);
  file.addEventListener("change", () => {
    taken(file.files);
    // So that the same file, mended, can be chosen again.
    file.value = "";
  });
  drop.addEventListener("dragover", (event) => event.preventDefault());
  drop.addEventListener("drop", (event) => (event.preventDefault(), taken(event.dataTransfer.files)));
  return drop;
}

/** The files' contents by name; null where some cannot be read, which is then told. */
async function contents(files, choose) {
  const faults = [];
  const refuse = ({ name }, why) => faults.push({ path: [], text: `${name}${words.colon}${why}` });
  const read = async (file) => {
    if (file.size > LARGEST_FILE) return refuse(file, words.too_large);
    return base64(file).then((content) => [file.name, content], () => refuse(file, words.unreadable));
  };
  const found = await Promise.all(files.map(read));
  if (faults.length) putFaults({ faults }, null, choose);
  return faults.length ? null : found.sort(([one], [other]) => (one < other ? -1 : 1));
}

function saveButton(id, type, to, does) {
  const made = element("button", { type: "button", id }, words[id]);
  made.addEventListener("click", () => does().then(({ base64 }) => download(base64, type, to)).catch(fail));
  return element("p", {}, made);
}

/** How many columns of text the answer has room for; a page is never wider than it reads well. */
export function columns() {
  const probe = element("pre", { class: "probe" }, "0".repeat(100));
  at("answer").append(probe);
  const room = (100 * at("answer").clientWidth) / probe.getBoundingClientRect().width;
  probe.remove();
  return Math.max(40, Math.min(88, Math.floor(room)));
}

const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

function openCase(from = {}) {
  let { content, name, readings = {} } = from;
  const on = element("input", { type: "date", id: "on", value: from.on ?? today() });
  const given = () => [content, name, on.value || today(), readings, calendar];
  const ask = () => content !== undefined && workOut("case", [...given(), columns()], (found) => (found.faults ? refuse(found) : answer(found)));
  const choose = (chosen) => {
    readings = { ...readings, ...chosen };
    ask();
  };
  const missing = (found) => (found.missing ? section("missing", true, paragraphs(found.missing, "missing")) : null);
  const refuse = (found) => putFaults(found, null, choose, missing(found));
  const answer = (found) => {
    const save = (id, does, type, suffix) =>
      saveButton(id, type, `${name.replace(/\.\w+$/, "")}${suffix}`, () => python(does, ...given(), language));
    put(
      `${words.page}${words.colon}${name}`,
      section("page", true, paragraphs(found.page, "page"), save("save_xlsx", "workbook_file", XLSX, words.suffix)),
      switches(found.readings, choose),
      section("duties", true, paragraphs(found.duties, "duties"), save("save_ics", "calendar_file", ICS, ".ics")),
      missing(found),
      section("why", false, paragraphs(found.why, "why")),
    );
  };
  const read = async (chosen) => {
    const found = chosen.length ? await contents(chosen, choose) : null;
    if (!found) return;
    [[name, content]] = found;
    readings = {};
    ask();
  };
  const drop = dropField(words.drop, ".xlsx,.xlsm,.toml,.json", false, read);
  on.addEventListener("change", ask);
  const day = element("div", { class: "field" }, element("label", { for: "on" }, words.on), on);
  at("facts").replaceChildren(element("h2", {}, words.facts), drop, day, calendarField(ask));
  at("answer").replaceChildren();
  at("said").textContent = "";
  kept = () => ({ content, name, readings, on: on.value });
  ask();
}

function openReports(from = {}) {
  let { files } = from;
  const ask = () => files && workOut("reports", [files], (found) => (found.faults ? putFaults(found, null) : answer(found)));
  const answer = (found) => {
    const part = (one) => (one.heading ? element("h3", {}, one.heading) : shown(one));
    const save = saveButton("save_xlsx", XLSX, words.reports_file, () => python("reports_file", files, language));
    put(`${words.reports_page}${words.colon}${files.length}`, section("reports_page", true, ...found.parts.map(part), save));
  };
  const read = async (chosen) => {
    const found = chosen.length ? await contents(chosen) : null;
    if (!found) return;
    files = found;
    tell();
    ask();
  };
  const told = element("ul", { id: "files", "aria-label": words.files });
  const tell = () => told.replaceChildren(...(files ?? []).map(([name]) => element("li", {}, name)));
  const drop = dropField(words.drop_reports, ".xlsx,.xlsm,.csv,.json", true, read);
  at("facts").replaceChildren(element("h2", {}, words.facts), drop, told, element("p", { id: "note" }, words.reports_note));
  at("answer").replaceChildren();
  at("said").textContent = "";
  kept = () => ({ files });
  tell();
  ask();
}

function download(base64, type, name) {
  const content = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  const link = element("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// --- the page ---

/** What is filled in, kept while the language is switched. */
let kept = () => undefined;
let current = FIRST;

function open(questions, name, facts) {
  turn += 1;
  current = name;
  folded.clear();
  history.replaceState(null, "", `?lang=${language}#${name}`);
  for (const tab of at("questions").children) {
    if (tab.dataset.name === name) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  if (name === CASE) openCase(facts);
  else if (name === REPORTS) openReports(facts);
  else openQuestion(name, questions[name], facts);
}

async function speak(facts) {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = words.title;
  for (const id of ["title", "lead", "print", "other"]) at(id).textContent = words[id];
  at("other").lang = language === "zh" ? "en" : "zh-CN";
  at("questions").setAttribute("aria-label", words.questions);
  at("facts").setAttribute("aria-label", words.facts);
  at("answer").setAttribute("aria-label", words.answer);
  const { questions, version, law } = await python("about", language);
  at("loading").hidden = true;
  at("version").textContent = `gxinjury ${version} · ${law.slice(0, 12)}`;
  const titles = [...Object.entries(questions).map(([name, { title }]) => [name, title]), [CASE, words.case], [REPORTS, words.reports]];
  const tabs = titles.map(([name, title]) => {
    const tab = element("button", { type: "button", "data-name": name }, title);
    tab.addEventListener("click", () => open(questions, name));
    return tab;
  });
  at("questions").replaceChildren(...tabs);
  open(questions, current in questions || [CASE, REPORTS].includes(current) ? current : FIRST, facts);
}

at("other").addEventListener("click", async () => {
  const facts = kept();
  language = language === "zh" ? "en" : "zh";
  words = WORDS[language];
  await speak(facts);
  at("other").focus();
});

// What is folded is printed too; what is not filled in is not.
let printing = false;
let opened = [];
addEventListener("beforeprint", () => {
  printing = true;
  for (const one of document.querySelectorAll("details:not([open])")) {
    one.open = true;
    opened.push(one);
  }
  for (const one of document.querySelectorAll("#facts .field")) {
    one.classList.toggle("untold", one.querySelector("input, select").value === "");
  }
});
addEventListener("afterprint", () => {
  opened.forEach((one) => (one.open = false));
  opened = [];
  setTimeout(() => (printing = false));
});
at("print").addEventListener("click", () => window.print());

current = location.hash.slice(1) || FIRST;
speak().catch(fail);
