/** The options of `startLocalCloud` about WeChat around the cloud, and what a running local cloud offers of it. */
import type { ContentCheck, MediaCheck } from './checks';
import type { Delivered, PendingDelivery } from './deliveries';
import type { PhoneMessage } from './ledger';

/** A template of subscription messages, as it is set up in WeChat's console. */
export interface MessageTemplate {
  id: string;
  /** 模板标题, the head of the card. */
  title: string;
  /** The keywords such as `thing1`, `time2`; each must be sent, and no other. */
  fields: string[];
  /** What stands before each value on the card, by keyword. */
  labels?: Record<string, string>;
  /** The values an `enum` keyword may have, by keyword. */
  choices?: Record<string, string[]>;
  /** `once`: each consent is worth one message (the default); `longTerm`: one consent for all. */
  kind?: 'once' | 'longTerm';
}

export interface WeChatOptions {
  /** Without them nobody can have consented: every message is refused with 43101. */
  templates?: MessageTemplate[];
  /** The pages of the mini program, such as `pages/index/index`; without them a page is not checked. */
  pages?: string[];
  /** Judges texts: a function or lists of words. Default: WeChat's own two test phrases are risky. */
  contentCheck?: ContentCheck;
  /** Judges pictures and sounds by their address; default: pass. */
  mediaCheck?: MediaCheck;
  /** How long the result of `mediaCheckAsync` takes, in ms of the cloud's clock; default 1,000, WeChat says up to 30 minutes. */
  mediaCheckDelayMs?: number;
  /** The function that WeChat's events are pushed to, default `callback`; without it they are lost, as in WeChat. */
  callbackFunction?: string;
  /** Calls a minute by interface, above which 45009 is answered; defaults in rates.ts. */
  ratePerMinute?: Record<string, number>;
}

export interface WeChatSide {
  /** The subscription messages on the simulated phones, newest first; of one person or of all. */
  messages(openid?: string): PhoneMessage[];
  /** As if the person had consented `times` times (default 1). Throws INVALID_PARAM for an unknown template. */
  grantSubscription(openid: string, templateId: string, times?: number): void;
  /** Consents that are left. For a long-term template: 1 or 0. */
  creditsOf(openid: string, templateId: string): number;
  /** The person opens the mini program now; calling a function through the local cloud counts by itself. */
  visit(openid: string): void;
  /** WeChat's events that have not been delivered, the oldest first. */
  pendingDeliveries(): PendingDelivery[];
  /** Delivers now, once each, what is pending, due or not. */
  deliverPending(): Promise<Delivered[]>;
}
