/**
 * The accessibility props, on every component. Taro's own types know only `ariaLabel` and
 * `ariaRole`, and those on a few components. On elements that do not take them in WeChat (anything
 * outside ARIA_COMPONENTS in attributes.ts) they are lost, so keep to those.
 */
import '@tarojs/components';

declare module '@tarojs/components/types/common' {
  interface StandardProps {
    /** What the element is: button, checkbox, tab, heading, img, dialog, alert … */
    ariaRole?: string;
    /** What is read aloud in place of the content. */
    ariaLabel?: string;
    /** Left out by screen readers: decoration, or what is said elsewhere. */
    ariaHidden?: boolean;
    ariaChecked?: boolean;
    ariaSelected?: boolean;
    ariaDisabled?: boolean;
    /** Changes are read aloud: at the next pause, or at once. */
    ariaLive?: 'off' | 'polite' | 'assertive';
    /** The rest of the page is out of reach while this is open. */
    ariaModal?: boolean;
  }
}
