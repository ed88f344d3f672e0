/** Rows in columns, for people to read. */
export function table(rows: (string | number)[][]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, at) => Math.max(widest[at] ?? 0, String(cell).length)),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, at) => {
          const width = widths[at] ?? 0;
          return at === 0 ? String(cell).padEnd(width) : String(cell).padStart(width + 3);
        })
        .join(''),
    )
    .join('\n');
}
