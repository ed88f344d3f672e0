import { useState } from 'react';
import { ServiceFieldsSchema, type ServiceFields } from '@contract/manage';
import { missingIn } from '@rules/directory-records';
import { Button } from '@/components/button';
import { backTo } from '@/session/routes';
import { manage } from '@/wording/manage';
import { Conflict } from '../parts/conflict';
import { DraftScreen } from '../parts/draft-screen';
import { cleaned, faultsOf, type Draft } from '../parts/drafts';
import { Preview } from '../parts/preview';
import { useSaving } from '../parts/use-saving';
import { Form } from './form';

interface Props {
  /** Absent: a new one. */
  id: string | undefined;
  start: Draft<ServiceFields>;
  keptBefore: boolean;
  /** Of the whole county, who may also say which school it belongs to. */
  county: boolean;
  verifiedAt: number;
  demonstration: boolean;
  onDrop: () => void;
}

/** The form, what families would see of it, and what to do when somebody else was faster. */
export function Editor({ id, start, keptBefore, county, onDrop, ...shown }: Props) {
  const [previewing, setPreviewing] = useState(false);
  const saving = useSaving<ServiceFields>(
    { kind: 'service', id },
    start,
    async (write, draft) => {
      const answer = await write('directory.saveService', draft);
      return answer.ok ? answer.data : undefined;
    },
    () => (id === undefined ? backTo('records') : backTo('record')),
  );
  const { draft, theirs, busy, failed } = saving;
  if (theirs) {
    return (
      <Conflict<ServiceFields>
        ours={draft.fields}
        theirs={theirs.fields}
        name={theirs.name}
        busy={busy}
        failed={failed}
        onBack={saving.backToOurs}
        onChoose={saving.merge}
      />
    );
  }
  if (previewing) {
    return (
      <Preview
        id={id ?? 'new'}
        fields={cleaned(draft.fields)}
        {...shown}
        onBack={() => setPreviewing(false)}
      />
    );
  }
  const faults = [
    ...new Set([
      ...faultsOf(ServiceFieldsSchema, draft.fields),
      ...missingIn(cleaned(draft.fields)),
    ]),
  ];
  return (
    <DraftScreen
      {...{ isNew: id === undefined, keptBefore, faults, busy, failed, onDrop }}
      onSave={saving.save}
    >
      <Form fields={draft.fields} county={county} onChange={saving.change} />
      <Button
        id="preview"
        look="soft"
        icon="eye"
        label={manage.preview}
        onTap={() => setPreviewing(true)}
      />
    </DraftScreen>
  );
}
