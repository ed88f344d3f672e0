import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Failure } from '@contract';
import { useServerNow } from '@/cloud/clock';
import type { Query } from '@/cloud/use-query';
import { back, open } from '@/session/routes';
import { common, updatedOn } from '@/wording/common';
import { savedText } from '@/wording/when';
import { Line, Notice } from '../notice';
import './index.scss';

interface Props<Data> {
  query: Query<Data>;
  /** How many grey cards stand in while the first answer is on its way. */
  skeleton?: number;
  children: (data: Data) => ReactNode;
}

/** Shows a query in each of its states: skeleton, content, content from the last time, failure. */
export function Loaded<Data>({ query, skeleton = 3, children }: Props<Data>) {
  const { data, error, savedAt, reload } = query;
  const now = useServerNow();
  if (data === undefined) {
    return error ? <Failed error={error} onRetry={reload} /> : <Skeleton count={skeleton} />;
  }
  return (
    <>
      {error && savedAt !== undefined ? (
        <View className="loaded__old" onClick={reload} ariaRole="button">
          <Line
            icon={error.code === 'OFFLINE' ? 'wifi-off' : 'refresh-cw'}
            text={`${error.code === 'OFFLINE' ? `${common.offline}。` : ''}${updatedOn(savedText(savedAt, now))}`}
          />
        </View>
      ) : null}
      {children(data)}
    </>
  );
}

interface FailedProps {
  error: Failure;
  onRetry: () => void;
}

/** What went wrong, in the sentence that came with it, and the way on. */
export function Failed({ error, onRetry }: FailedProps) {
  const offline = error.code === 'OFFLINE';
  return (
    <Notice
      icon={offline ? 'wifi-off' : 'circle-alert'}
      title={offline ? common.offline : common.notOpened}
      hint={error.message}
      action={wayOn(error, onRetry)}
    />
  );
}

/** Again where that can help; otherwise what the error asks for, or back. */
function wayOn(error: Failure, onRetry: () => void) {
  if (error.retry === 'same') return { id: 'retry', label: common.retry, onTap: onRetry };
  if (error.code === 'NOT_SIGNED_IN') {
    return { id: 'sign-in', label: common.signIn, onTap: () => open('who') };
  }
  return { id: 'go-back', label: common.back, onTap: back };
}

export function Skeleton({ count }: { count: number }) {
  return (
    <View className="stack" ariaRole="status" ariaLabel={common.loading}>
      {Array.from({ length: count }, (_, index) => (
        <View key={index} className="skeleton">
          <View className="skeleton__line skeleton__line--short" />
          <View className="skeleton__line" />
        </View>
      ))}
    </View>
  );
}
