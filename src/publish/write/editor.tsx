import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Block, DraftText } from '@contract/guides';
import type { Place } from '@rules/guide-checks';
import { bodyOf, lengthOf } from '@rules/guide-checks/measures';
import { submitFaults } from '@rules/guide-checks/submit';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { replaceWith, toTop } from '@/session/routes';
import { faultText, publishing } from '@/wording/publishing';
import { addressOf } from '../parts/version-of';
import { BlockFields } from './block-fields';
import { CardFields } from './card-fields';
import { Conflict } from './conflict';
import { GuideField } from './guide-field';
import { dropKept, keep, type Kept } from './kept-text';
import { QuestionFields } from './question-fields';
import { Section } from './section';
import { SettingsFields } from './settings-fields';
import { SourceFields } from './source-fields';
import { StepFields } from './step-fields';
import { NameFields, WordFields } from './name-fields';

interface Props {
  start: Kept;
  /** The guide that the text on this phone is kept under; absent: a new one. */
  storedAs: string | undefined;
  keptBefore: boolean;
  onDrop: () => void;
}

/** Part by part, one open at a time, with what is wrong beside it. */
export function Editor({ start, storedAs, keptBefore, onDrop }: Props) {
  const [{ base, text }, setDraft] = useState<Kept>(start);
  const [open, setOpen] = useState<string>();
  const [said, setSaid] = useState('');
  const [theirs, setTheirs] = useState<Kept>();
  const { busy, failed, write } = useWrite();
  const faults = submitFaults(base?.guideId ?? 'g-new', base?.version ?? 1, text);
  const at = (...places: Place[]) => faults.filter((fault) => places.includes(fault.at));

  function change(part: Partial<DraftText>) {
    const draft = { ...(base ? { base } : {}), text: { ...text, ...part } };
    keep(storedAs, draft);
    setDraft(draft);
    setSaid('');
  }
  const changeBlocks = (blocks: Block[]) => change({ blocks });

  async function save(draft: Kept, submit: boolean) {
    const answer = await write('guides.saveDraft', { ...draft, submit });
    if (!answer.ok) return;
    const { state, guideId, version } = answer.data;
    if (state === 'changed') {
      const { rev, text: other } = answer.data;
      setTheirs({ base: { guideId, version, rev }, text: other });
      return;
    }
    dropKept(storedAs);
    setTheirs(undefined);
    if (state === 'submitted') {
      replaceWith('deskGuide', addressOf({ guideId, version }));
      return;
    }
    setDraft({ base: { guideId, version, rev: answer.data.rev }, text: draft.text });
    setSaid(publishing.saved);
    toTop();
  }

  if (theirs) {
    return (
      <Conflict
        ours={text}
        theirs={theirs.text}
        busy={busy}
        failed={failed}
        onBack={() => setTheirs(undefined)}
        onChoose={(chosen) => {
          const draft = { ...(theirs.base ? { base: theirs.base } : {}), text: chosen };
          keep(storedAs, draft);
          setDraft(draft);
          void save(draft, false);
        }}
      />
    );
  }
  const section = (name: string, title: string, places: Place[], summary: string) => ({
    ...{ name, title, summary, faults: at(...places), open: open === name },
    onToggle: () => setOpen(open === name ? undefined : name),
  });
  return (
    <Screen
      title={publishing.writeTitle}
      footer={
        <>
          {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
          <View className="grid-2">
            <Button
              id="save"
              look="line"
              icon="save"
              label={publishing.save}
              busy={busy}
              onTap={() => void save({ ...(base ? { base } : {}), text }, false)}
            />
            <Button
              id="submit"
              icon="send"
              label={publishing.submit}
              disabled={busy || faults.length > 0}
              onTap={() => void save({ ...(base ? { base } : {}), text }, true)}
            />
          </View>
        </>
      }
    >
      {said ? <Line icon="check" text={said} /> : null}
      <Line
        icon={faults.length > 0 ? 'pencil' : 'circle-check'}
        text={faults.length > 0 ? publishing.faultsLeft(faults.length) : publishing.ready}
      />
      {at('whole').map((fault) => (
        <Line key={fault.code} tone="alarm" icon="circle-alert" text={faultText(fault)} />
      ))}
      <View className="t-small t-quiet">
        {`${publishing.total(lengthOf(bodyOf(text)))}。${publishing.keptHere}`}
      </View>
      {keptBefore ? (
        <>
          <Line tone="quiet" icon="info" text={publishing.keptFrom} />
          <Button id="drop-kept" look="quiet" label={publishing.dropKept} onTap={onDrop} />
        </>
      ) : null}
      <Section {...section('title', publishing.parts.title, ['title', 'purpose'], text.title)}>
        <NameFields text={text} onChange={change} />
      </Section>
      {text.blocks.map((block, number) => (
        <Section
          key={number}
          {...section(
            `block-${number}`,
            `${publishing.parts.block(number + 1)} · ${publishing.kinds[block.kind]}`,
            [`block-${number}`],
            block.title,
          )}
        >
          <BlockFields blocks={text.blocks} number={number} onChange={changeBlocks} />
        </Section>
      ))}
      {text.blocks.length < 5 ? (
        <Button
          id="add-block"
          look="soft"
          icon="plus"
          label={publishing.addBlock}
          onTap={() => changeBlocks(withBlock(text.blocks))}
        />
      ) : null}
      <Section {...section('question', publishing.parts.question, ['question'], text.question.ask)}>
        <QuestionFields question={text.question} onChange={(question) => change({ question })} />
      </Section>
      <Section
        {...section(
          'steps',
          publishing.parts.steps,
          ['steps'],
          text.nextSteps.map(({ kind }) => publishing.stepNames[kind]).join('、'),
        )}
      >
        <StepFields
          steps={text.nextSteps}
          callFirst={text.crisisRelated}
          onChange={(nextSteps) => change({ nextSteps })}
        />
      </Section>
      {text.audience === 'teacher' || text.cards.length > 0 ? (
        <Section
          {...section(
            'cards',
            publishing.parts.cards,
            ['cards'],
            text.cards.map(({ title }) => title).join('、'),
          )}
        >
          <CardFields cards={text.cards} onChange={(cards) => change({ cards })} />
        </Section>
      ) : null}
      {text.audience === 'teacher' && text.otherHalf === undefined ? null : (
        <Section {...section('other-half', publishing.parts.otherHalf, [], '')}>
          <View className="t-small t-quiet">{publishing.otherHalfHint}</View>
          <GuideField
            id="other-half"
            label={publishing.parts.otherHalf}
            audiences={[text.audience === 'parent' ? 'caregiver' : 'parent']}
            guideId={text.otherHalf ?? ''}
            onChange={(guideId) => change({ otherHalf: guideId === '' ? undefined : guideId })}
          />
        </Section>
      )}
      <Section {...section('words', publishing.parts.words, ['words'], text.words.join('、'))}>
        <WordFields text={text} onChange={change} />
      </Section>
      <Section
        {...section(
          'settings',
          publishing.parts.settings,
          ['reviewers'],
          publishing.audiences[text.audience],
        )}
      >
        <SettingsFields text={text} onChange={change} />
      </Section>
      <Section
        {...section(
          'sources',
          publishing.parts.sources,
          ['sources'],
          text.sources.map(({ title }) => title).join('、'),
        )}
      >
        <SourceFields sources={text.sources} onChange={(sources) => change({ sources })} />
      </Section>
    </Screen>
  );
}

/** One more before the last, which says whom to turn to. */
function withBlock(blocks: readonly Block[]): Block[] {
  const fresh: Block = { kind: 'do', title: '', picture: 'together', text: '' };
  return [...blocks.slice(0, -1), fresh, ...blocks.slice(-1)];
}
