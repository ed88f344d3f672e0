import { View } from '@tarojs/components';
import { useState } from 'react';
import { SchoolPicker, type SchoolChoice } from '@/components/school-picker';
import { manage } from '@/wording/manage';

interface Props {
  schoolId: string | undefined;
  near: string;
  onChange: (schoolId: string | undefined) => void;
}

/** Whose administrator may edit it besides those of the county. */
export function OwnSchool({ schoolId, near, onChange }: Props) {
  const [form, setForm] = useState<SchoolChoice>({ schoolId, schoolAsked: schoolId !== undefined });
  return (
    <View>
      <SchoolPicker
        title={manage.fields.schoolId}
        form={form}
        {...(near !== '' && { near })}
        onChange={(part) => {
          const next = { ...form, ...part };
          setForm(next);
          if ('schoolId' in part) onChange(next.schoolId);
        }}
      />
      <View className="t-small t-quiet">{manage.schoolHint}</View>
    </View>
  );
}
