// The page: one form a question, the answer beside it; Python answers from its own thread.
import { element, formOf } from "./form.js";
import { WORDS } from "./words.js";

const language = new URLSearchParams(location.search).get("lang") ?? (navigator.language.startsWith("zh") ? "zh" : "en");
const words = WORDS[language] ?? WORDS.en;
const at = (id) => document.getElementById(id);

const worker = new Worker("./worker.js", { type: "module" });
const waiting = new Map();
let asked = 0;

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
    at("stage").textContent = words.failed + data.failed;
  }
};

const python = (name, ...given) =>
  new Promise((resolve, reject) => {
    asked += 1;
    waiting.set(asked, { resolve, reject });
    worker.postMessage({ number: asked, message: { do: name, with: [...given, language] } });
  });

const section = (title, open, ...content) =>
  element("details", { open }, element("summary", {}, title), ...content);

function show(found, again) {
  const parts = [element("h2", {}, words.outcome), element("p", { class: "outcome", id: "outcome" }, found.outcome)];
  if (found.cautions.length) {
    parts.push(section(words.cautions, true, element("ul", {}, ...found.cautions.map((one) => element("li", {}, one)))));
  }
  if (found.readings.length) {
    const switches = found.readings.map((one, place) => {
      const chosen = element("select", { id: `reading-${place}`, "data-reading": one.name });
      one.members.forEach(({ name, says }) =>
        chosen.append(element("option", { value: name, selected: name === one.taken }, says)),
      );
      chosen.addEventListener("change", () => again({ [one.name]: chosen.value }));
      const label = element("label", { for: `reading-${place}` }, `${one.question} [${one.clause}]`);
      return element("div", { class: "field" }, label, chosen);
    });
    parts.push(section(words.readings, true, ...switches));
  }
  parts.push(section(words.why, true, element("pre", { id: "why" }, found.why)));
  at("answer").replaceChildren(...parts);
}

function complain(faults, form) {
  const texts = faults.map(({ path, text }) => {
    form?.tell(path, text);
    return element("li", {}, text);
  });
  const summary = element("div", { class: "faults", role: "alert", id: "faults" });
  summary.append(element("h2", {}, words.faults(faults.length)), element("ul", {}, ...texts));
  at("answer").replaceChildren(summary);
}

function openQuestion(name, { title, schema }) {
  const form = formOf(schema, words);
  let readings = {};
  const ask = async () => {
    form.clear();
    const found = await python("answer", name, form.value() ?? {}, readings);
    if (found.faults) complain(found.faults, form);
    else show(found, (chosen) => ((readings = { ...readings, ...chosen }), ask()));
  };
  const node = element("form", { novalidate: true, id: "form" }, form.node, element("p", {}, words.note));
  node.append(element("button", { type: "submit", id: "ask" }, words.ask));
  node.addEventListener("submit", (event) => (event.preventDefault(), ask()));
  at("facts").replaceChildren(node);
  at("answer").replaceChildren();
  document.title = `${title} · ${words.title}`;
}

function openCase() {
  const chosen = element("input", { type: "file", id: "file", accept: ".toml,.json" });
  const drop = element("label", { for: "file", class: "drop-here", id: "drop" }, words.drop, chosen);
  const read = async (file) => {
    const found = await python("case", await file.text(), file.name);
    if (found.faults) return complain(found.faults, null);
    at("answer").replaceChildren(
      section(words.page, true, element("pre", { id: "page" }, found.page)),
      section(words.missing, true, element("pre", { id: "missing" }, found.missing)),
    );
  };
  chosen.addEventListener("change", () => chosen.files[0] && read(chosen.files[0]));
  drop.addEventListener("dragover", (event) => event.preventDefault());
  drop.addEventListener("drop", (event) => (event.preventDefault(), read(event.dataTransfer.files[0])));
  at("facts").replaceChildren(drop);
  at("answer").replaceChildren();
}

async function start() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  for (const id of ["title", "lead", "print"]) at(id).textContent = words[id];
  at("other").textContent = words.other;
  at("other").href = `?lang=${language === "zh" ? "en" : "zh"}`;
  at("print").addEventListener("click", () => window.print());
  const { questions, version, law } = await python("about");
  at("loading").hidden = true;
  at("version").textContent = `gxinjury ${version} · ${law}`;
  const open = (name) => {
    for (const tab of at("questions").children) tab.setAttribute("aria-current", tab.dataset.name === name ? "page" : "false");
    if (name === "case") openCase();
    else openQuestion(name, questions[name]);
  };
  const titles = [...Object.entries(questions).map(([name, { title }]) => [name, title]), ["case", words.case]];
  for (const [name, title] of titles) {
    const tab = element("button", { type: "button", "data-name": name }, title);
    tab.addEventListener("click", () => open(name));
    at("questions").append(tab);
  }
  open("premium");
}

start().catch((error) => (at("stage").textContent = words.failed + error));
