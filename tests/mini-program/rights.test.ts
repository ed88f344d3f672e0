/** The rights of a family in the built mini program: read, take along, leave and come back. */
import type { Notice } from '@contract/notify';
import { fileText } from '@/privacy/export/file-text';
import { purposeNames } from '@/wording/asked';
import { noticeText } from '@/wording/inbox';
import { privacy } from '@/wording/privacy';
import { useDemo } from './support/demo';

const demo = useDemo();

/** WeChat's files, and the sheet that sends one. */
function files() {
  const written = new Map<string, string>();
  const sent: { fileName: string; text: string | undefined }[] = [];
  const wx = {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => ({
      writeFileSync: (path: string, text: string) => void written.set(path, text),
      unlink: ({ filePath }: { filePath: string }) => void written.delete(filePath),
    }),
    shareFileMessage: (options: {
      filePath: string;
      fileName: string;
      success?: (result: object) => void;
    }) => {
      sent.push({ fileName: options.fileName, text: written.get(options.filePath) });
      options.success?.({ errMsg: 'shareFileMessage:ok' });
    },
  };
  return { wx, written, sent };
}

test('a father reads everything that is kept and sends it to himself as a file', async () => {
  const { wx, written, sent } = files();
  const father = await demo.visit('demo-father', { wx });
  await father.app.open('pages/me/index');
  await father.go('#privacy', 'privacy/policy/index');
  await father.go('#go-export', 'privacy/export/index');
  await father.sees('10200000002');
  await father.sees(purposeNames.booking);
  await father.sees('小树');
  await father.tap('#save');
  await father.sees(privacy.saved);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.fileName).not.toContain('小树');
  const file = JSON.parse(sent[0]?.text ?? '') as {
    me: { phone: string };
    children: unknown[];
    notices: unknown[];
  };
  expect(file.me.phone).toBe('10200000002');
  expect(JSON.stringify(file.children)).toContain('小树');
  expect(file.notices).toEqual([]);
  // No second copy stays on the phone, and nothing of it in the stored answers.
  expect(written.size).toBe(0);
  const keys = [...father.app.storage.keys()];
  expect(keys.filter((key) => key.includes('exportMyData'))).toEqual([]);
});

test('the file holds what one was told, in the sentences of the inbox', async () => {
  const me = await demo.cloud.ask('demo-father', 'account.exportMyData', { part: 'me' });
  if (me.part !== 'me') throw new Error('another part than was asked for');
  const told: Notice = {
    ...{ id: 'n_one', kind: 'visitMissed', at: 0, childId: 'c_one' },
    ...{ nickname: '小树', unread: false },
  };
  const text = fileText({
    ...{ me, visits: [], waits: [], children: [], announcements: [], threads: [] },
    ...{ notices: [told], learning: { heard: [], together: [] } },
  });
  const file = JSON.parse(text) as { notices: unknown[] };
  expect(file.notices).toEqual([{ ...told, text: noticeText(told, me.now) }]);
});

test('who looked is there for the father, and the grandmother is told who can see it', async () => {
  await demo.cloud.ask('demo-teacher', 'family.listRoster', {});
  const father = await demo.visit('demo-father');
  await father.app.open('privacy/looks/index');
  await father.sees('王老师');
  await father.sees(privacy.looksPurpose.roster);
  const grandma = await demo.visit('demo-grandma');
  await grandma.app.open('privacy/looks/index');
  await grandma.sees(privacy.looksParentsHint);
});

test('leaving asks twice, says the day, and can be taken back', async () => {
  const mother = await demo.visit('demo-mother');
  await mother.app.open('privacy/leave/index');
  await mother.sees(privacy.stays);
  await mother.tap('#leave');
  await mother.sees(privacy.sure);
  await mother.tap('#sure-yes');
  await mother.sees(/\d+年\d+月\d+日 会删掉/);
  await mother.tap('#keep');
  await mother.sees(privacy.kept);
});

test('a stranger reads both privacy pages and finds somebody to complain to', async () => {
  const stranger = await demo.visit('demo-stranger');
  await stranger.app.open('privacy/policy/index');
  await stranger.sees('除非有人有危险，我们不会告诉别人。');
  await stranger.sees('12345');
  await stranger.go('#go-children', 'privacy/children/index');
  await stranger.sees(privacy.childrenHint);
  for (const page of [privacy, await import('@/wording/privacy')]) {
    expect(JSON.stringify(page)).not.toContain('绝对');
  }
});
