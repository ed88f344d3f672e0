/**
 * Puts a county's own texts (packs/README.md, `wording.json`) into a file of src/wording as it is
 * built. CommonJS: webpack loads it by its path. Its options are the texts, so a build that is kept
 * from before is made anew when they change.
 */
const path = require('node:path');

module.exports = function putOwnTexts(source) {
  const texts = this.getOptions().wording[path.basename(this.resourcePath, '.ts')];
  if (!texts) return source;
  const lines = Object.entries(texts).map(([place, text]) => {
    const [name, ...keys] = place.split('.');
    // Texts are read-only to the compiler that checks them, not to this one, which runs after it.
    return `${name}${keys.map((key) => `[${JSON.stringify(key)}]`).join('')} = ${JSON.stringify(text)};`;
  });
  return `${source}\n${lines.join('\n')}\n`;
};
