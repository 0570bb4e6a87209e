// Python in a thread of its own, so that the page never freezes. Everything comes from this folder.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const tell = (stage, share) => postMessage({ stage, share });

async function content(name) {
  const found = await fetch(name);
  if (!found.ok) throw new Error(`${name}: ${found.status}`);
  return found;
}

async function start() {
  tell("python", 0.1);
  const library = content("./library.zip").then((found) => found.arrayBuffer());
  const code = content("./answers.py").then((found) => found.text());
  const python = await loadPyodide({ indexURL: new URL("./pyodide/", import.meta.url).href });
  tell("library", 0.5);
  python.unpackArchive(await library, "zip", { extractDir: python.runPython("import site; site.getsitepackages()[0]") });
  python.FS.writeFile("answers.py", await code);
  tell("law", 0.6);
  const answers = python.pyimport("answers");
  tell("ready", 1);
  return answers;
}

const answers = start();
answers.catch((error) => postMessage({ failed: String(error) }));

// What files take is loaded once nothing has been asked for a second.
let idle;
let loaded = false;
const preload = async () => {
  loaded = true;
  (await answers).preload();
};

onmessage = async ({ data: { number, message } }) => {
  clearTimeout(idle);
  try {
    postMessage({ number, answer: JSON.parse((await answers).call(JSON.stringify(message))) });
  } catch (error) {
    postMessage({ number, failed: String(error) });
  }
  if (!loaded) idle = setTimeout(preload, 1000);
};
