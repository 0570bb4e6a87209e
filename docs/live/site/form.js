// A form made from a JSON Schema, and its facts as JSON: records as groups, lists with a button for one more.

/** Make an element: its attributes, true for those without a value, and what stands in it. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

const named = (schema, root) => (schema.$ref ? { ...root.$defs[schema.$ref.split("/").pop()], ...schema } : schema);

/** Return what a schema says of a value that is told, and whether it may be left out. */
function plain(schema, root) {
  const parts = (schema.anyOf ?? []).filter((one) => one.type !== "null");
  if (parts.length !== 1) return { shape: named(schema, root), maybe: false };
  const { anyOf, ...own } = schema;
  return { shape: { ...named(parts[0], root), ...own }, maybe: anyOf.length > 1 };
}

let ids = 0;
const freshId = () => `fact-${(ids += 1)}`;

/** What is wrong with a group or a list as a whole. */
function faultOf(id) {
  const node = element("p", { class: "fault", id, tabindex: "-1", hidden: true });
  const clear = () => (node.hidden = true, (node.textContent = ""));
  const tell = (text) => {
    node.hidden = false;
    node.textContent = [node.textContent, text].filter(Boolean).join(" ");
  };
  return { node, clear, tell };
}

// Each part of a form has its `node`; `value()` is what was told, undefined for nothing; `fill(value)` writes facts into
// it; `tell(path, text)` shows a fault and returns the field's id and label, null where it has no such field.

function part(schema, root, needed, words) {
  const { shape, maybe } = plain(schema, root);
  if (shape.type === "array") return list(shape, shape.title, root, words, Infinity);
  if (shape.properties) {
    if (needed || !maybe) return group(shape, shape.title, root, needed, words);
    return list({ items: { ...shape } }, shape.title, root, words, 1);
  }
  return field(shape, needed, words);
}

function field(shape, needed, words) {
  const id = freshId();
  const fault = element("p", { id: `${id}-fault`, class: "fault", hidden: true });
  const isChoice = Boolean(shape.choices);
  const isYesOrNo = shape.type === "boolean";
  const hint = isChoice ? null : (shape.format === "date-time" ? words.china_time : shape.description);
  const note = hint ? element("small", { id: `${id}-note` }, hint) : null;
  const common = { id, "aria-describedby": `${note ? `${id}-note ` : ""}${id}-fault`, "aria-required": needed ? "true" : null };
  const choices = isYesOrNo ? [{ value: true, title: words.yes }, { value: false, title: words.no }] : shape.choices;
  let input;
  if (choices) {
    input = element("select", common);
    if (shape.default === undefined) input.append(element("option", { value: "" }, words.not_told));
    for (const { value, title } of choices) {
      input.append(element("option", { value: String(value), selected: value === shape.default }, title));
    }
  } else {
    const type = { date: "date", "date-time": "datetime-local" }[shape.format] ?? "text";
    const isNumber = [shape.type].flat().some((one) => one === "number" || one === "integer");
    const inputmode = isNumber ? (shape.type === "integer" ? "numeric" : "decimal") : null;
    input = element("input", { ...common, type, inputmode, autocomplete: "off", placeholder: shape.default || null });
  }
  const told = () => {
    const text = input.value.trim();
    if (isYesOrNo) return text === "true";
    if (shape.format === "date-time") return `${text.length === 16 ? `${text}:00` : text}+08:00`;
    return shape.type === "integer" && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  };
  const value = () => {
    if (input.value.trim() === "") return undefined;
    const found = told();
    return found === shape.default ? undefined : found;
  };
  const fill = (fact) => (input.value = shape.format === "date-time" ? String(fact).slice(0, 16) : String(fact));
  const clear = () => {
    fault.hidden = true;
    input.removeAttribute("aria-invalid");
  };
  const tell = (_, text) => {
    fault.hidden = false;
    fault.textContent = text;
    input.setAttribute("aria-invalid", "true");
    return { id, label: shape.title };
  };
  const mark = needed ? element("span", { class: "needed", "aria-hidden": "true" }, " *") : null;
  const node = element("div", { class: "field" }, element("label", { for: id }, shape.title, mark), input, note, fault);
  return { node, value, fill, clear, tell, rename: () => {} };
}

function group(shape, title, root, needed, words) {
  const required = new Set(shape.required ?? []);
  // What is required comes first.
  const names = Object.keys(shape.properties);
  const inOrder = [...names.filter((one) => required.has(one)), ...names.filter((one) => !required.has(one))];
  const parts = new Map(inOrder.map((name) => [name, part(shape.properties[name], root, required.has(name), words)]));
  const id = freshId();
  const fault = faultOf(id);
  const legend = element("legend", {}, title);
  const node = element("fieldset", {}, legend, fault.node, ...[...parts.values()].map((one) => one.node));
  const value = () => {
    const told = [...parts].map(([name, one]) => [name, one.value()]).filter(([, fact]) => fact !== undefined);
    return told.length || needed ? Object.fromEntries(told) : undefined;
  };
  const fill = (facts) => Object.entries(facts).forEach(([name, fact]) => parts.get(name)?.fill(fact));
  const clear = () => (fault.clear(), parts.forEach((one) => one.clear()));
  const inside = (path, text) => {
    const [name, ...rest] = path;
    if (parts.has(name)) return parts.get(name).tell(rest, text);
    // A question names a field of a record that it was handed by itself.
    for (const one of parts.values()) {
      const found = path.length ? one.inside?.(path, text) : null;
      if (found) return found;
    }
    return null;
  };
  const tell = (path, text) => {
    const found = inside(path, text);
    if (!found) fault.tell(text);
    return found ?? { id, label: legend.textContent };
  };
  return { node, value, fill, clear, tell, inside, rename: (said) => (legend.textContent = said) };
}

function list(shape, title, root, words, most) {
  const items = [];
  const id = freshId();
  const fault = faultOf(id);
  const rows = element("div", {});
  const add = element("button", { type: "button", class: "add", "data-add": title }, words.add(title));
  const renew = () => {
    if (most > 1) items.forEach((one, place) => one.rename(`${title} ${place + 1}`));
    add.hidden = items.length >= most;
  };
  const another = () => {
    const one = part({ ...shape.items, title }, root, true, words);
    const remove = element("button", { type: "button", class: "remove" }, words.remove(title));
    const row = element("div", { class: "row" }, one.node, remove);
    remove.addEventListener("click", () => {
      items.splice(items.indexOf(one), 1);
      row.remove();
      renew();
      add.focus();
      rows.dispatchEvent(new Event("input", { bubbles: true }));
    });
    items.push(one);
    rows.append(row);
    renew();
    return one;
  };
  add.addEventListener("click", () => another().node.querySelector("input, select, button").focus());
  const value = () => {
    if (!items.length) return undefined;
    return most === 1 ? items[0].value() : items.map((one) => one.value() ?? null);
  };
  const fill = (facts) => [facts].flat().forEach((one) => another().fill(one));
  const clear = () => (fault.clear(), items.forEach((one) => one.clear()));
  const inside = (path, text) => {
    const [place, ...rest] = most === 1 ? [0, ...path] : path;
    return items[place]?.tell(rest, text) ?? null;
  };
  const tell = (path, text) => {
    const found = inside(path, text);
    if (!found) fault.tell(text);
    return found ?? { id, label: title };
  };
  const node = element("fieldset", { class: most === 1 ? "list one" : "list" }, element("legend", {}, title), fault.node, rows, add);
  return { node, value, fill, clear, tell, rename: () => {} };
}

/** Return the form of a question's facts. */
export const formOf = (schema, words) => group(schema, schema.title, schema, true, words);
