import type { ServiceFields } from '@contract/manage';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { ServiceCard } from '@/components/service-card';
import { ServiceActions, ServiceDetails } from '@/components/service-view';
import { useTownship } from '@/session/session';
import { manage } from '@/wording/manage';
import { useTownships } from './use-townships';

interface Props {
  id: string;
  fields: ServiceFields;
  verifiedAt: number;
  demonstration: boolean;
  onBack: () => void;
}

/** Exactly what a family sees, in the list and on the page, drawn by the same components. */
export function Preview({ id, fields, verifiedAt, demonstration, onBack }: Props) {
  const { nameOf } = useTownships();
  const home = useTownship();
  const { travel, schoolId: _school, ...rest } = fields;
  const service = {
    ...rest,
    ...{ id, verifiedAt, demonstration, townshipName: nameOf(fields.township) },
    travel: home === undefined ? undefined : travel[home],
  };
  return (
    <Screen
      title={manage.previewTitle}
      onBack={onBack}
      footer={<ServiceActions service={service} onBook={() => undefined} />}
    >
      <Line tone="quiet" icon="eye" text={manage.previewHint} />
      <ServiceCard service={service} onTap={() => undefined} />
      <ServiceDetails service={service} />
      <Button id="end-preview" look="soft" icon="check" label={manage.endPreview} onTap={onBack} />
    </Screen>
  );
}
