// A form made from a JSON Schema, and its facts as JSON: records as groups, lists with a button for one more.

const named = (schema, root) => (schema.$ref ? { ...root.$defs[schema.$ref.split("/").pop()], ...schema } : schema);

/** Return what a schema says of a value, without the null that stands for "not told". */
function plain(schema, root) {
  const parts = (schema.anyOf ?? schema.oneOf ?? []).filter((one) => one.type !== "null");
  const one = parts.length === 1 ? { ...schema, ...named(parts[0], root), title: schema.title ?? parts[0].title } : schema;
  return named(one, root);
}

const choicesOf = (schema) =>
  schema.enum?.map((value) => ({ value, title: String(value) })) ??
  (schema.oneOf ?? schema.anyOf)
    ?.filter((one) => "const" in one)
    .map((one) => ({ value: one.const, title: one.title ?? one.description ?? String(one.const) }));

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

let ids = 0;

/** A field of a form: `node` is shown, `value()` is its fact or undefined, `at(path)` finds the node of a fault. */
function field(schema, root, needed, words) {
  const shape = plain(schema, root);
  const title = schema.title ?? shape.title ?? "";
  const choices = choicesOf(shape);
  if (shape.type === "object" && shape.properties) return group(shape, root, title, needed, words);
  if (shape.type === "array") return list(shape, root, title, words);
  const id = `fact-${(ids += 1)}`;
  const note = shape.description ? element("small", { id: `${id}-note` }, shape.description) : null;
  const fault = element("p", { id: `${id}-fault`, class: "fault", hidden: true });
  const described = [note && `${id}-note`, `${id}-fault`].filter(Boolean).join(" ");
  const common = { id, "aria-describedby": described, required: needed };
  let input;
  if (choices) {
    input = element("select", common, element("option", { value: "" }, words.not_told));
    choices.forEach(({ title: said }, place) => input.append(element("option", { value: place }, said)));
  } else if (shape.type === "boolean") {
    input = element("select", common, element("option", { value: "" }, words.not_told));
    input.append(element("option", { value: "true" }, words.yes), element("option", { value: "false" }, words.no));
  } else {
    const kinds = { date: "date", "date-time": "datetime-local" };
    const type = kinds[shape.format] ?? "text";
    const numeric = [shape.type].flat().some((one) => one === "number" || one === "integer");
    input = element("input", { ...common, type, inputmode: numeric ? "decimal" : null, autocomplete: "off" });
  }
  const value = () => {
    if (input.value === "") return undefined;
    if (choices) return choices[Number(input.value)].value;
    if (shape.type === "boolean") return input.value === "true";
    if (shape.format === "date-time") return `${input.value}:00+08:00`;
    if (shape.type === "integer") return /^-?\d+$/.test(input.value) ? Number(input.value) : input.value;
    return input.value.trim();
  };
  const mark = element("span", { class: needed ? "needed" : "optional" }, needed ? "*" : ` (${words.optional})`);
  const node = element("div", { class: "field" }, element("label", { for: id }, title, mark), input, note, fault);
  const show = (text) => {
    fault.hidden = text == null;
    fault.textContent = text ?? "";
    input.setAttribute("aria-invalid", text != null);
  };
  return { node, value, clear: () => show(null), tell: (path, text) => show(text) };
}

function group(shape, root, title, needed, words) {
  const required = new Set(shape.required ?? []);
  const fields = Object.entries(shape.properties).map(([name, one]) => [name, field(one, root, required.has(name), words)]);
  const fault = element("p", { class: "fault", hidden: true });
  const node = element("fieldset", {}, element("legend", {}, title), fault, ...fields.map(([, one]) => one.node));
  const value = () => {
    const told = fields.map(([name, one]) => [name, one.value()]).filter(([, fact]) => fact !== undefined);
    return told.length || needed ? Object.fromEntries(told) : undefined;
  };
  const clear = () => {
    fault.hidden = true;
    fields.forEach(([, one]) => one.clear());
  };
  const tell = ([name, ...rest], text) => {
    const found = fields.find(([one]) => one === name);
    if (found) return found[1].tell(rest, text);
    fault.hidden = false;
    fault.textContent = [fault.hidden ? "" : fault.textContent, text].filter(Boolean).join(" ");
  };
  return { node, value, clear, tell };
}

function list(shape, root, title, words) {
  const items = [];
  const rows = element("div", { class: "rows" });
  const fault = element("p", { class: "fault", hidden: true });
  const add = element("button", { type: "button", class: "add" }, `${words.add}${title}`);
  add.addEventListener("click", () => {
    const one = field({ ...shape.items, title: `${title} ${items.length + 1}` }, root, true, words);
    const drop = element("button", { type: "button", class: "drop" }, words.remove);
    const row = element("div", { class: "row" }, one.node, drop);
    drop.addEventListener("click", () => {
      items.splice(items.indexOf(one), 1);
      row.remove();
      add.focus();
    });
    items.push(one);
    rows.append(row);
    row.querySelector("input, select")?.focus();
  });
  const value = () => (items.length ? items.map((one) => one.value()) : undefined);
  const clear = () => {
    fault.hidden = true;
    items.forEach((one) => one.clear());
  };
  const tell = ([place, ...rest], text) => {
    if (items[place]) return items[place].tell(rest, text);
    fault.hidden = false;
    fault.textContent = text;
  };
  return { node: element("fieldset", { class: "list" }, element("legend", {}, title), fault, rows, add), value, clear, tell };
}

/** Return the form of a question's facts. */
export const formOf = (schema, words) => group(schema, schema, schema.title, true, words);
export { element };
