import fs from 'node:fs';
import path from 'node:path';

interface Module {
  exports: unknown;
}

/**
 * Runs the build's scripts as WeChat does: `require` is relative to the file, every file runs
 * once, and the globals of a browser are not there (jsdom has them, so they are hidden by name).
 */
export function createLoader(): (file: string) => unknown {
  const modules = new Map<string, Module>();
  const hidden = ['window', 'document', 'location', 'navigator', 'fetch', 'XMLHttpRequest'];

  function run(file: string): unknown {
    const name = file.endsWith('.js') ? file : `${file}.js`;
    const known = modules.get(name);
    if (known) return known.exports;
    const module: Module = { exports: {} };
    modules.set(name, module);
    const code = `${fs.readFileSync(name, 'utf8')}\n//# sourceURL=${name}`;
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- this is the point of a loader
    const script = new Function('require', 'module', 'exports', ...hidden, code) as (
      require: (target: string) => unknown,
      module: Module,
      exports: unknown,
    ) => void;
    script((target) => run(path.resolve(path.dirname(name), target)), module, module.exports);
    return module.exports;
  }

  return run;
}
