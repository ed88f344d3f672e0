import { View } from '@tarojs/components';
import { week } from '@/wording/week';
import { ofClass, useClassDraft } from '../parts/class-draft';
import type { ClassWeek } from '.';

/** Every name of the class; a tap opens what stands out. Colour, word and edge say the same. */
export function Names({ data, onOpen }: { data: ClassWeek; onOpen: (childId: string) => void }) {
  const draft = ofClass(
    useClassDraft((store) => store.drafts),
    data,
  );
  return (
    <View className="week-names">
      {data.children.map(({ id, nickname, agreed, said }) => {
        const plain = draft?.plain.includes(id) === true;
        const told = draft?.told[id] !== undefined || (!plain && said?.answer.usual === false);
        const done = said !== undefined || plain;
        const state = !agreed
          ? week.notAgreed
          : told
            ? week.changed
            : done
              ? week.saidUsual
              : week.usualShort;
        const look = !agreed ? 'shut' : told ? 'told' : done ? 'done' : 'open';
        return (
          <View
            key={id}
            id={`child-${id}`}
            className={`week-name week-name--${look}`}
            ariaRole="button"
            ariaDisabled={!agreed}
            ariaLabel={`${nickname}，${state}`}
            onClick={() => {
              if (agreed) onOpen(id);
            }}
          >
            <View className="week-name__word">{nickname}</View>
            <View className="t-small t-quiet">{state}</View>
          </View>
        );
      })}
    </View>
  );
}
