/**
 * Taro plugin: binds `aria-*` in base.wxml. Stock Taro drops these attributes for WeChat, so a
 * screen reader would hear nothing of what the pages say about themselves.
 */
import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';

/** The part of Taro's platform object that this plugin touches (H5 has no template). */
interface Platform {
  template?: {
    mergeComponents(ctx: IPluginContext, components: Record<string, Record<string, string>>): void;
  };
  runtimePath?: string | string[];
}

/** Options given in config/index.ts. */
export interface AriaPluginOptions {
  components: Record<string, Record<string, string>>;
}

export default function ariaPlugin(ctx: IPluginContext, options: AriaPluginOptions): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(ctx, options.components);
      const runtime = path.resolve(__dirname, 'runtime');
      platform.runtimePath = [platform.runtimePath ?? [], runtime].flat();
    },
  });
}
