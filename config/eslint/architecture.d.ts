import type { Linter } from 'eslint';

/** The lint configuration that holds the arrows, for the project in `root`. */
export function architecture(root: string): Linter.Config[];
