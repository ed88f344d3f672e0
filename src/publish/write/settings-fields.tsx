import { View } from '@tarojs/components';
import { audiences, reviewerCodes, type DraftText } from '@contract/guides';
import { Segments } from '@/components/segments';
import { publishing, signerNames } from '@/wording/publishing';
import { Pills } from '@/components/pills';

interface Props {
  text: DraftText;
  onChange: (part: Partial<DraftText>) => void;
}

/** For whom it is, how often it is reviewed, and who has to sign. */
export function SettingsFields({ text, onChange }: Props) {
  const { audience, crisisRelated, reviewers } = text;
  return (
    <>
      <View className="t-strong">{publishing.audienceLabel}</View>
      <Pills
        id="audience"
        label={publishing.audienceLabel}
        choices={audiences.map((value) => ({ value, text: publishing.audiences[value] }))}
        chosen={[audience]}
        onTap={(value) => onChange({ audience: value })}
      />
      <View className="t-strong">{publishing.crisisLabel}</View>
      <Segments
        id="crisis"
        label={publishing.crisisLabel}
        choices={[
          { value: 'no', text: publishing.crisisNo },
          { value: 'yes', text: publishing.crisisYes },
        ]}
        value={crisisRelated ? 'yes' : 'no'}
        onChange={(value) =>
          onChange({ crisisRelated: value === 'yes', reviewMonths: value === 'yes' ? 6 : 12 })
        }
      />
      <View className="t-strong">{publishing.reviewersLabel}</View>
      <Pills
        id="reviewer"
        label={publishing.reviewersLabel}
        several
        choices={reviewerCodes.map((value) => ({ value, text: signerNames[value] }))}
        chosen={reviewers}
        onTap={(code) =>
          onChange({
            reviewers: reviewers.includes(code)
              ? reviewers.filter((one) => one !== code)
              : [...reviewers, code],
          })
        }
      />
    </>
  );
}
