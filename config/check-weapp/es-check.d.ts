/** The part of es-check that is used; it brings no types. Without a logger it never exits. */
declare module 'es-check' {
  export function runChecks(configs: { ecmaVersion: string; files: string[] }[]): {
    success: boolean;
    errors: { file: string; err: { message: string } }[];
  };
}
