import { HOME } from './booking';
import { startDemoCloud, type DemoCloud } from './demo-cloud';
import { createMiniProgram, type MiniProgramOptions } from './mini-program';
import { Visitor } from './visitor';

/** One local cloud for a file of tests, and people who open the mini program one after another. */
export function useDemo() {
  let cloud: DemoCloud | undefined;
  let last: Visitor | undefined;
  const running = () => {
    if (!cloud) throw new Error('the local cloud does not run: ask for it inside a test');
    return cloud;
  };

  beforeAll(async () => {
    cloud = await startDemoCloud();
  }, 300_000);
  afterEach(() => last?.app.close());
  afterAll(() => cloud?.close());

  return {
    get cloud() {
      return running();
    },
    /** Somebody opens the mini program on Home; whoever had it open before has put it away. */
    async visit(openid: string, options: Partial<MiniProgramOptions> = {}): Promise<Visitor> {
      await last?.app.close();
      last = new Visitor(createMiniProgram({ callFunction: running().as(openid), ...options }));
      await last.app.open(HOME);
      return last;
    },
  };
}
