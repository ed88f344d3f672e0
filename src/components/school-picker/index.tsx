import { Picker } from '@tarojs/components';
import * as v from 'valibot';
import { useQuery } from '@/cloud/use-query';
import { useCounty, useTownship } from '@/session/session';
import { family } from '@/wording/family';
import { Choice } from '../choice';
import { PickedSchema, PickerCard } from '../picker-card';
import { TownshipPicker } from '../township-picker';

/** What of a form this fills in. */
export interface SchoolChoice {
  schoolId?: string | undefined;
  /** The school lies in another township. */
  schoolElsewhere?: boolean | undefined;
  schoolTownship?: string | undefined;
  /** "No school" is an answer too. */
  schoolAsked: boolean;
}

interface Props {
  title: string;
  form: SchoolChoice;
  /** Where to look first; by default where the person lives. */
  near?: string | undefined;
  /** A post at a school needs one. */
  required?: boolean;
  onChange: (part: Partial<SchoolChoice>) => void;
}

/** The schools of the family's township; those of another one when it is asked for. */
export function SchoolPicker({ title, form, near, required = false, onChange }: Props) {
  const county = useCounty();
  const home = useTownship();
  const township = form.schoolTownship ?? near ?? home;
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
  const none = required ? [] : [family.noSchool];
  const names = [...none, ...schools.map((school) => school.name), family.otherTownship];
  const found = schools.findIndex((school) => school.id === form.schoolId);
  const index = Math.max(0, found + none.length);

  function pick(picked: number) {
    if (picked === names.length - 1) onChange({ schoolTownship: township, schoolElsewhere: true });
    else onChange({ schoolId: schools[picked - none.length]?.id, schoolAsked: true });
  }

  return (
    <>
      <Picker
        id="school"
        ariaRole="button"
        ariaLabel={title}
        mode="selector"
        range={names}
        value={index}
        onChange={(event) => {
          const picked = v.safeParse(PickedSchema, event.detail);
          if (picked.success) pick(picked.output.value);
        }}
      >
        <PickerCard title={title} value={form.schoolAsked ? names[index] : undefined} />
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
