import { useCallback, useState } from 'react';
import type { Hotline, School } from '@contract/directory';
import { nationalLines } from '@contract/national-lines';
import { useQuery } from '@/cloud/use-query';
import { Heading } from '@/components/heading';
import { SchoolPicker, type SchoolChoice } from '@/components/school-picker';
import { usePaper } from '@/components/paper-sheet';
import { Screen } from '@/components/screen';
import type { Sheet } from '@/session/canvas';
import { useCounty } from '@/session/session';
import { usePerson } from '@/session/use-person';
import { poster } from '@/wording/poster';
import { fullDate } from '@/wording/when';
import { drawSlip, paper, type SlipLine } from './draw';

/** On a slip there is room for so many, besides those for danger. */
const othersAtMost = 4;

/** Telephone numbers for a family without a telephone. They come from the directory alone. */
export function SlipPage() {
  const county = useCounty();
  const post = usePerson().person.posts?.find(
    ({ role }) => role === 'teacher' || role === 'director',
  );
  const [picked, setPicked] = useState<SchoolChoice>({ schoolAsked: false });
  // A teacher's own school stands there until another one is picked.
  const own = picked.schoolAsked || picked.schoolElsewhere ? undefined : post?.schoolId;
  const form = own ? { ...picked, schoolId: own, schoolAsked: true } : picked;
  const { schoolId } = form;
  const lines = useQuery('directory.listHotlines', { county });
  const schools = useQuery(
    'directory.listSchools',
    county && schoolId ? { county, ids: [schoolId] } : undefined,
  );
  const hotlines = lines.data?.hotlines ?? nationalLines;
  const school = schools.data?.schools.find(({ id }) => id === schoolId);
  const draw = useSlip(hotlines, school);
  const { canvas, footer } = usePaper({
    paper,
    label: poster.slipLabel,
    fileName: poster.files(poster.fileSlip),
    draw,
  });
  return (
    <Screen title={poster.title} footer={footer}>
      <Heading title={poster.slipHeading} hint={poster.slipHint} />
      <SchoolPicker
        title={poster.slipSchool}
        form={form}
        near={post?.township}
        required
        onChange={(part) => setPicked({ ...picked, ...part })}
      />
      {canvas}
    </Screen>
  );
}

function useSlip(hotlines: Hotline[], school: School | undefined) {
  // What is drawn, as text: the same lines in another answer need no second drawing.
  const content = JSON.stringify(contentOf(hotlines, school));
  return useCallback(
    (sheet: Sheet) => {
      drawSlip(sheet.context, JSON.parse(content) as ReturnType<typeof contentOf>);
      return Promise.resolve();
    },
    [content],
  );
}

export const lineOf = ({ number, name, purpose }: Hotline): SlipLine => ({
  number,
  name,
  about: purpose,
});

function contentOf(hotlines: Hotline[], school: School | undefined) {
  const sorted = [...hotlines].sort((a, b) => a.order - b.order);
  // The first of the country's (心理援助), then the county's own, which know the place.
  const isNational = ({ id }: Hotline) => nationalLines.some((one) => one.id === id);
  const [first, ...rest] = sorted.filter(({ urgent }) => !urgent);
  const others = [
    ...(first ? [first] : []),
    ...rest.filter((one) => !isNational(one)),
    ...rest.filter(isNational),
  ];
  const own: SlipLine[] = school?.phone
    ? [{ number: school.phone, name: school.name, about: poster.slipSchoolAbout }]
    : [];
  const verifiedAt = Math.min(...hotlines.map((one) => one.verifiedAt));
  return {
    title: poster.slipPaperTitle,
    text: poster.slipPaperText,
    danger: poster.slipDanger,
    urgent: sorted.filter(({ urgent }) => urgent).map(lineOf),
    talk: poster.slipTalk,
    others: [...own, ...others.map(lineOf)].slice(0, othersAtMost),
    blank: poster.slipBlank,
    foot: poster.slipFoot(fullDate(verifiedAt)),
  };
}
