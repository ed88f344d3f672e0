/** The preview's chooser: a file of this computer. Undefined: none was chosen. */
export function chooseFile(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'application/json';
    input.id = 'form-file';
    input.addEventListener('cancel', () => resolve(undefined));
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) void file.text().then(resolve);
      else resolve(undefined);
    });
    input.click();
  });
}
