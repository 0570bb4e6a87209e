// Python in a thread of its own, so that the page never freezes. Everything comes from this folder.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const tell = (stage, share) => postMessage({ stage, share });

async function start() {
  tell("python", 0.1);
  const python = await loadPyodide({ indexURL: new URL("./pyodide/", import.meta.url).href });
  tell("library", 0.6);
  const wheels = await (await fetch("./wheels/index.json")).json();
  const all = await Promise.all(wheels.map(async (one) => (await fetch(`./wheels/${one}`)).arrayBuffer()));
  all.forEach((wheel) => python.unpackArchive(wheel, "wheel"));
  tell("law", 0.8);
  python.FS.writeFile("/home/pyodide/answers.py", await (await fetch("./answers.py")).text());
  const answers = python.pyimport("answers");
  tell("ready", 1);
  return answers;
}

const answers = start();
answers.catch((error) => postMessage({ failed: String(error) }));

onmessage = async ({ data: { number, message } }) => {
  try {
    postMessage({ number, answer: JSON.parse((await answers).call(JSON.stringify(message))) });
  } catch (error) {
    postMessage({ number, failed: String(error) });
  }
};
