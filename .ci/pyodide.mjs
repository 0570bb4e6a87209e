// Runs pytest on the Python that Pyodide is, CPython in WebAssembly:
//   node .ci/pyodide.mjs NODE_MODULES CHECKOUT SITE_PACKAGES ARGUMENTS...
import { pathToFileURL } from "node:url";

const [modules, checkout, site, ...args] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${modules}/pyodide/pyodide.mjs`));
const python = await loadPyodide({ env: { CI: "true", HOME: "/tmp", PYTHONDONTWRITEBYTECODE: "1" } });
for (const [at, root] of [["/checkout", checkout], ["/site", site]]) {
  python.FS.mkdirTree(at);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, at);
}
python.globals.set("args", args);
process.exit(
  await python.runPythonAsync(`
import os
import sys

sys.path[:0] = ["/checkout/src", "/site"]
os.chdir("/checkout")
print("Python", sys.version, "on", sys.platform, flush=True)

import pytest


class WhatIsNotHere:
    """Passes over what needs a second thread or process, or a module that is compiled for a machine; each is told."""

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item):
        try:
            return (yield)
        except RuntimeError as error:
            if str(error) != "can't start new thread":
                raise
        except OSError as error:
            if "emscripten does not support processes" not in str(error):
                raise
        pytest.skip("there are no threads and no processes here")

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector):
        report = yield
        if report.failed and "ModuleNotFoundError" in str(report.longrepr):
            report.outcome = "skipped"
            report.longrepr = (str(collector.path), None, str(report.longrepr).splitlines()[-1])
        return report


int(pytest.main(["-p", "no:cacheprovider", *args.to_py()], plugins=[WhatIsNotHere()]))
`),
);
