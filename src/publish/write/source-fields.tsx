import { View } from '@tarojs/components';
import { sourceUses, type Source } from '@contract/guides';
import { Button } from '@/components/button';
import { publishing } from '@/wording/publishing';
import { Pills } from '@/components/pills';
import { TextArea } from '@/components/text-area';

interface Props {
  sources: Source[];
  onChange: (sources: Source[]) => void;
}

/** Where what is said comes from, and under which terms. */
export function SourceFields({ sources, onChange }: Props) {
  const change = (number: number, part: Partial<Source>) =>
    onChange(sources.map((source, at) => (at === number ? { ...source, ...part } : source)));
  return (
    <>
      {sources.map((source, number) => (
        <View key={number} className="stack">
          <TextArea
            id={`source-${number}`}
            label={publishing.sourceTitle}
            value={source.title}
            placeholder={publishing.sourceTitle}
            maxLength={200}
            onChange={(title) => change(number, { title })}
          />
          <TextArea
            id={`terms-${number}`}
            label={publishing.sourceTerms}
            value={source.terms}
            placeholder={publishing.sourceTerms}
            maxLength={200}
            onChange={(terms) => change(number, { terms })}
          />
          <Pills
            id={`use-${number}`}
            label={publishing.sourceTerms}
            choices={sourceUses.map((value) => ({ value, text: publishing.sourceUse[value] }))}
            chosen={[source.use]}
            onTap={(use) => change(number, { use })}
          />
          {sources.length > 1 ? (
            <Button
              id={`remove-source-${number}`}
              look="quiet"
              icon="trash-2"
              label={publishing.removeSource}
              onTap={() => onChange(sources.filter((_, at) => at !== number))}
            />
          ) : null}
        </View>
      ))}
      {sources.length < 12 ? (
        <Button
          id="add-source"
          look="soft"
          icon="plus"
          label={publishing.addSource}
          onTap={() => onChange([...sources, { title: '', terms: '', use: 'facts' }])}
        />
      ) : null}
    </>
  );
}
