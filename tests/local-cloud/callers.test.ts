/** Two hundred people at once: nobody's identity or documents get mixed with another's. */
import type { LocalCloud } from '../../local-cloud/index';
import { withCaller } from '../../local-cloud/index';
import { FUNCTIONS, SDKS, sdkFor, startCloud } from './helpers';

const PEOPLE = Array.from({ length: 200 }, (_, i) => `person-${i}`);
let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startCloud({
    functionsDir: FUNCTIONS,
    warmInstances: 2,
    maxInstances: 2,
    collections: [
      { name: 'own', indexes: [{ name: 'openid', fields: [['openid', 1]], unique: true }] },
    ],
  });
});
afterAll(() => cloud.close());

test.each(SDKS)(
  'in one process, with round trips in between, through wx-server-sdk %s',
  async (version, name) => {
    const sdk = sdkFor(cloud, name);
    const own = sdk.database().collection('own');
    const me = () => String(sdk.getWXContext().OPENID);
    const seen = await Promise.all(
      PEOPLE.map((person, i) =>
        withCaller(`${version.replaceAll('.', '-')}-${person}`, async () => {
          const { _id } = await own.add({ data: { openid: me(), i } });
          const mine = (await own.doc(_id).get()).data;
          await own.where({ openid: me() }).update({ data: { by: me() } });
          const [found] = (await own.where({ openid: me() }).get()).data;
          return [me(), mine.openid, found?.by, found?.i];
        }),
      ),
    );
    expect(seen).toEqual(
      PEOPLE.map((person, i) => {
        const openid = `${version.replaceAll('.', '-')}-${person}`;
        return [openid, openid, openid, i];
      }),
    );
  },
);

test('through function instances, more people than instances', async () => {
  const answers = await Promise.all(
    PEOPLE.map((openid) => cloud.callFunction('probe', { task: 'echo', openid }, { openid })),
  );
  const seen = answers.map((answer) => {
    if (!answer.ok) return answer.errMsg;
    const { wx, event } = answer.result as {
      wx: { OPENID: string };
      event: { openid: string; userInfo: { openId: string } };
    };
    return [wx.OPENID, event.openid, event.userInfo.openId];
  });
  expect(seen).toEqual(PEOPLE.map((openid) => [openid, openid, openid]));
});
