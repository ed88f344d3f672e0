/**
 * Stands in for `helper.js` of Taro's browser components (config/index.ts swaps it in for H5).
 * Taro writes `ariaRole` as `aria-role`, which no browser knows; here it becomes `role`, so that a
 * page says `ariaRole` once and both WeChat and the preview understand it.
 */
type Props = Record<string, unknown>;

/** Called by every Taro component for each render: the props as given, and those for the DOM. */
export function manipulatePropsFunction(given: Props, forDom: Props = {}): Props {
  const { dangerouslySetInnerHTML, style, ariaRole } = given;
  const { 'aria-role': _dropped, ...rest } = forDom;
  return {
    ...rest,
    ...(typeof style === 'string' ? {} : { style }),
    ...(ariaRole === undefined ? {} : { role: ariaRole }),
    dangerouslySetInnerHTML,
  };
}
