import { View } from '@tarojs/components';
import { LineFieldsSchema, recordCharacters as most, type LineFields } from '@contract/manage';
import { addDays, dayOf } from '@rules/dates';
import { serverNow } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { PhoneLine } from '@/components/phone-line';
import { Segments } from '@/components/segments';
import { DayWheel } from '@/components/wheels';
import { backTo } from '@/session/routes';
import { manage } from '@/wording/manage';
import { Conflict } from '../parts/conflict';
import { DraftScreen } from '../parts/draft-screen';
import { faultsOf, type Draft } from '../parts/drafts';
import { Labelled, NumberField } from '../parts/fields';
import { useSaving } from '../parts/use-saving';

interface Props {
  id: string | undefined;
  start: Draft<LineFields>;
  keptBefore: boolean;
  onDrop: () => void;
}

/** The form of a line, with the line above it as families will see it. */
export function LineEditor({ id, start, keptBefore, onDrop }: Props) {
  const saving = useSaving<LineFields>(
    { kind: 'line', id },
    start,
    async (write, draft) => {
      const answer = await write('directory.saveHotline', draft);
      return answer.ok ? answer.data : undefined;
    },
    () => (id === undefined ? backTo('records') : backTo('line')),
  );
  const { draft, theirs, busy, failed, change } = saving;
  if (theirs) {
    return (
      <Conflict<LineFields>
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
  const faults = faultsOf(LineFieldsSchema, draft.fields);
  return (
    <DraftScreen
      {...{ isNew: id === undefined, keptBefore, faults, busy, failed, onDrop }}
      onSave={saving.save}
    >
      <View className="t-small t-quiet">{manage.preview}</View>
      <PhoneLine line={{ id: id ?? 'new', ...draft.fields }} />
      <LineForm fields={draft.fields} onChange={change} />
    </DraftScreen>
  );
}

function LineForm({
  fields,
  onChange,
}: {
  fields: LineFields;
  onChange: (part: Partial<LineFields>) => void;
}) {
  const { fields: names, placeholders } = manage;
  const tomorrow = addDays(dayOf(serverNow()), 1);
  const text = (name: 'name' | 'number' | 'purpose' | 'hours', maxLength: number) => (
    <Labelled
      id={name}
      label={names[name]}
      placeholder={name === 'number' ? placeholders.phone : placeholders[name]}
      value={fields[name]}
      maxLength={maxLength}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <Card>
      <View className="stack">
        {text('name', most.name)}
        {text('number', 16)}
        {text('purpose', most.purpose)}
        {text('hours', most.hours)}
        <View className="t-strong">{names.urgent}</View>
        <Segments
          id="urgent"
          label={names.urgent}
          choices={[
            { value: 'no', text: manage.no },
            { value: 'yes', text: manage.yes },
          ]}
          value={fields.urgent ? 'yes' : 'no'}
          onChange={(value) => onChange({ urgent: value === 'yes' })}
        />
        <NumberField
          id="order"
          label={names.order}
          placeholder={names.order}
          value={fields.order}
          onChange={(order) => onChange({ order: Math.round(order) })}
        />
        {fields.closedOn === undefined ? (
          <Button
            id="close-line"
            look="quiet"
            icon="calendar-x"
            label={manage.close}
            onTap={() => onChange({ closedOn: tomorrow })}
          />
        ) : (
          <>
            <DayWheel
              id="closed-on"
              title={names.closedOn}
              value={fields.closedOn}
              from={dayOf(serverNow())}
              onChange={(closedOn) => onChange({ closedOn })}
            />
            <Button
              id="reopen-line"
              look="quiet"
              label={manage.closeNo}
              onTap={() => onChange({ closedOn: undefined })}
            />
          </>
        )}
      </View>
    </Card>
  );
}
