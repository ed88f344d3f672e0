/**
 * Bundled into the mini program. Taro shortens attribute names in setData by a table built from
 * the known components, so the table at run time must equal the one that made base.wxml.
 */
import { mergeInternalComponents } from '@tarojs/shared';
import { ariaTemplate } from './attributes';

mergeInternalComponents(ariaTemplate());
