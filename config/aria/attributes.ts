/** The accessibility attributes WeChat reads. */
export const ARIA_ATTRIBUTES = [
  'aria-role',
  'aria-label',
  'aria-hidden',
  'aria-checked',
  'aria-selected',
  'aria-disabled',
  'aria-live',
  'aria-modal',
] as const;

/** The built-in components that get them. */
export const ARIA_COMPONENTS = [
  'View',
  'Text',
  'Button',
  'Image',
  'Input',
  'Textarea',
  'Picker',
  'ScrollView',
] as const;

/**
 * Component name → attribute → default value, the form in which Taro's templates (build time) and
 * its shortcuts (run time) are extended. An empty default means "bind it, no value unless given".
 */
export function ariaTemplate(): Record<string, Record<string, string>> {
  const attributes = Object.fromEntries(ARIA_ATTRIBUTES.map((name) => [name, '']));
  return Object.fromEntries(ARIA_COMPONENTS.map((name) => [name, { ...attributes }]));
}
