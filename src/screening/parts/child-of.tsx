import * as v from 'valibot';
import { RespondentSchema } from '@contract/screening';
import { IdSchema } from '@contract/shapes';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { screening } from '@/wording/screening';

/** Whose child, and as what one answers: ids and roles alone stand in an address. */
export const AboutSchema = v.object({ childId: IdSchema, as: RespondentSchema });
export type About = v.InferOutput<typeof AboutSchema>;

/** An address that names no child, or one that is not the caller's. */
export function NoChild() {
  return (
    <Screen title={screening.title}>
      <Notice icon="baby" title={screening.gone} hint={screening.goneHint} />
    </Screen>
  );
}
