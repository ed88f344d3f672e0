import { Segments } from '@/components/segments';
import { common } from '@/wording/common';

interface Props {
  childrenThere: { id: string; nickname: string }[];
  childId: string | undefined;
  onChoose: (childId: string) => void;
}

/** For a family with several children: whose week it is. */
export function ChildTabs({ childrenThere, childId, onChoose }: Props) {
  if (childrenThere.length < 2 || childId === undefined) return null;
  return (
    <Segments
      id="child"
      label={common.child}
      value={childId}
      choices={childrenThere.map(({ id, nickname }) => ({ value: id, text: nickname }))}
      onChange={onChoose}
    />
  );
}
