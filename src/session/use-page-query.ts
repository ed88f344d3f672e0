import { useRouter } from '@tarojs/taro';
import * as v from 'valibot';

/** What the page's address says, parsed: an address can come from anywhere. */
export function usePageQuery<Schema extends v.GenericSchema>(
  schema: Schema,
): v.InferOutput<Schema> | undefined {
  const parsed = v.safeParse(schema, useRouter().params);
  return parsed.success ? parsed.output : undefined;
}
