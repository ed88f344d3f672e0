import { limits } from '@contract/limits';
import { voice } from '@/wording/voice';
import type { Phone } from '../../../config/browser/phone';
import { says, seen, type Look, type Sizes } from './look';

/** Somebody who goes through the mini program, looking at every screen on the way. */
export class Walk {
  constructor(
    readonly phone: Phone,
    private readonly sizes: Sizes,
    private readonly look: Look,
  ) {}

  tap(selector: string): Promise<void> {
    return seen(this.phone, selector).first().click();
  }

  sees(sign: string | RegExp): Promise<void> {
    return says(this.phone, sign).waitFor();
  }

  /** Looks at the screen, which says this once it is there. */
  at(screen: string, sign: string | RegExp): Promise<void> {
    return this.look.at(this.phone, this.sizes, screen, sign);
  }

  /** Opens a wheel and takes what it stands at, or turns it so many steps on. */
  async pick(selector: string): Promise<void> {
    await this.tap(selector);
    const wheel = this.phone.page.locator('.weui-picker:visible');
    await wheel.getByText('确定').click();
    await wheel.waitFor({ state: 'hidden' });
  }

  /** Taps, says something for a second, and taps again: sooner there may be no microphone yet. */
  async speak(): Promise<void> {
    await this.tap('#hold');
    await this.sees(voice.secondsOf(1, limits.voiceSeconds));
    await this.tap('#hold');
  }

  /** Gives the page a microphone that records a hum. */
  async lendMicrophone(): Promise<void> {
    await this.phone.page.evaluate(() => {
      const context = new AudioContext();
      const hum = context.createOscillator();
      hum.start();
      navigator.mediaDevices.getUserMedia = async () => {
        // A real one takes a moment too.
        await new Promise((resolve) => setTimeout(resolve, 50));
        const microphone = context.createMediaStreamDestination();
        hum.connect(microphone);
        return microphone.stream;
      };
    });
  }
}
