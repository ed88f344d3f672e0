/** How often something can be done in a second, by so many callers at once, each waiting for its answer. */
export async function pace(
  times: number,
  callers: number,
  work: (turn: number) => unknown,
): Promise<number> {
  let turn = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (turn < times) await work(turn++);
    }),
  );
  return Math.round((times / (performance.now() - began)) * 1000);
}
