import type { Person } from '@contract/account';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { SchoolPicker } from '@/components/school-picker';
import { TownshipPicker } from '@/components/township-picker';
import type { NewFamily } from '@/session/phone-in-draft';
import { phoneIn } from '@/wording/desk-phone-in';
import { BirthField, NicknameField, PhoneField, RelationField } from '../parts/child-fields';
import { OwnSchool } from '../parts/own-school';
import { missingOf } from './input';

interface Props {
  family: NewFamily;
  post: NonNullable<Person['posts']>[number];
  onChange: (part: Partial<NewFamily>) => void;
}

/** A family that is new here: what is needed to call back and to find a place, and no more. */
export function NewFamilyForm({ family, post, onChange }: Props) {
  const missing = missingOf(family);
  const noSchool = family.schoolAsked && family.schoolId === undefined;
  return (
    <>
      <Heading title={phoneIn.newHeading} hint={phoneIn.newHint} />
      <NicknameField
        title={phoneIn.nickname}
        value={family.nickname}
        onChange={(nickname) => onChange({ nickname })}
      />
      <BirthField
        title={phoneIn.birth}
        value={family.birth}
        onChange={(birth) => onChange({ birth })}
      />
      <RelationField
        id="relation"
        title={phoneIn.relation}
        value={family.relation}
        onChange={(relation) => onChange({ relation })}
      />
      <PhoneField
        title={phoneIn.phone}
        value={family.phone}
        example={phoneIn.phoneExample}
        onChange={(phone) => onChange({ phone })}
      />
      {post.role === 'teacher' ? (
        <OwnSchool post={post} />
      ) : (
        <SchoolPicker
          title={phoneIn.school}
          form={family}
          near={post.township}
          onChange={onChange}
        />
      )}
      {noSchool && post.role === 'counsellor' ? (
        <TownshipPicker
          id="township"
          title={phoneIn.township}
          value={family.township}
          onChange={(township) => onChange({ township })}
        />
      ) : null}
      {family.nickname !== '' && missing.length > 0 ? (
        <Line tone="quiet" icon="info" text={`${phoneIn.missing}${missing.join('、')}`} />
      ) : null}
    </>
  );
}
