import { Picker } from '@tarojs/components';
import * as v from 'valibot';
import { useQuery } from '@/cloud/use-query';
import { Choice } from '@/components/choice';
import { TownshipPicker } from '@/components/township-picker';
import { useCounty, useTownship } from '@/session/session';
import { family } from '@/wording/family';
import type { ChildForm } from './form';
import { PickedSchema, PickerCard } from './picker-card';

interface Props {
  form: ChildForm;
  onChange: (part: Partial<ChildForm>) => void;
}

/** The schools of the family's township; those of another one when it is asked for. */
export function SchoolPicker({ form, onChange }: Props) {
  const county = useCounty();
  const home = useTownship();
  const township = form.schoolTownship ?? home;
  const query = useQuery('directory.listSchools', county ? { county, township } : undefined);
  const schools = query.data?.schools ?? [];
  if (query.error && schools.length === 0) {
    // Without the list "no school" would be the only answer, and a wrong one.
    return (
      <Choice
        id="schools-retry"
        icon="refresh-cw"
        title={family.schoolsFailed}
        onTap={query.reload}
      />
    );
  }
  const names = [family.noSchool, ...schools.map((school) => school.name), family.otherTownship];
  const index = schools.findIndex((school) => school.id === form.schoolId) + 1;

  function pick(picked: number) {
    if (picked === names.length - 1) onChange({ schoolTownship: township, schoolElsewhere: true });
    else onChange({ schoolId: schools[picked - 1]?.id, schoolAsked: true });
  }

  return (
    <>
      <Picker
        id="school"
        ariaRole="button"
        ariaLabel={family.school}
        mode="selector"
        range={names}
        value={index}
        onChange={(event) => {
          const picked = v.safeParse(PickedSchema, event.detail);
          if (picked.success) pick(picked.output.value);
        }}
      >
        <PickerCard title={family.school} value={form.schoolAsked ? names[index] : undefined} />
      </Picker>
      {form.schoolElsewhere ? (
        <TownshipPicker
          id="school-township"
          title={family.schoolTownship}
          value={township}
          onChange={(schoolTownship) =>
            onChange({ schoolTownship, schoolId: undefined, schoolAsked: false })
          }
        />
      ) : null}
    </>
  );
}
