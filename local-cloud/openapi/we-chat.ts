/** WeChat around the cloud: messages on phones, checks of content, codes, and the events it pushes. */
import type { Sqlite } from '../database/sqlite';
import { Statements } from '../database/statements';
import { invalidParam } from '../errors';
import { APP_ID } from '../functions/job';
import type { FunctionAnswer } from '../functions/types';
import { checkMedia, checkText } from './checks';
import { requestConsent, type consentSchema } from './consent';
import { drawCode } from './code';
import { Deliveries } from './deliveries';
import { Ledger, type PhoneMessage } from './ledger';
import type { MessageTemplate, WeChatOptions, WeChatSide } from './options';
import { People } from './people';
import { Rates } from './rates';
import { sendMessage } from './subscribe';
import { readTemplates } from './templates';
import {
  notImplemented,
  plainOpenApi,
  refused,
  type OpenApiAnswer,
  type OpenApiCall,
} from './types';
import type { InferOutput } from 'valibot';

/** What the simulated phone asks for over HTTP. */
export interface Device {
  visit(openid: string): void;
  /** Throws nothing; WeChat's errors are in the answer. */
  requestConsent(openid: string, asked: InferOutput<typeof consentSchema>): Record<string, unknown>;
  messages(openid: string): PhoneMessage[];
  markRead(openid: string, ids?: readonly string[]): number;
}

export interface WeChatParts {
  db: Sqlite;
  now: () => number;
  /** Of this server; known late. */
  url: () => string;
  hasFunction: (name: string) => boolean;
  call: (name: string, event: unknown) => Promise<FunctionAnswer>;
  /** Whether events go out by themselves when due. */
  automatic: boolean;
  /** May throw, as a full disk does. */
  onWrite: () => void;
  log: (line: Record<string, unknown>) => void;
}

const DEFAULT_DELAY_MS = 1_000;

export class WeChat {
  readonly device: Device;
  readonly side: WeChatSide;
  readonly deliveries: Deliveries;
  private readonly templates: Map<string, MessageTemplate>;
  private readonly ledger: Ledger;
  private readonly people: People;
  private readonly rates: Rates;

  /** Throws INVALID_PARAM for templates that cannot be. */
  constructor(
    private readonly options: WeChatOptions,
    private readonly parts: WeChatParts,
  ) {
    const { db, now, onWrite, log, automatic } = parts;
    const statements = new Statements(db);
    this.templates = readTemplates(options.templates ?? []);
    this.people = new People(statements, now);
    this.ledger = new Ledger(statements, now, onWrite);
    this.rates = new Rates(options.ratePerMinute ?? {}, now);
    const call = (event: Record<string, unknown>) =>
      parts.hasFunction(this.callback) ? parts.call(this.callback, event) : null;
    this.deliveries = new Deliveries({ statements, now, call, automatic, onWrite, log });
    this.device = this.makeDevice();
    this.side = this.makeSide();
  }

  /** Answers `cloud.openapi.*`. Interfaces that are not here are refused with 40066. */
  readonly openApi = (call: OpenApiCall): OpenApiAnswer | Promise<OpenApiAnswer> => {
    if (!this.rates.allow(call.api)) return refused(45009, 'reach max api minute frequence limit');
    const { options, people, templates, ledger } = this;
    switch (call.api) {
      case 'subscribeMessage.send':
        if (options.templates === undefined) return plainOpenApi(call);
        return sendMessage(call.args, { templates, pages: options.pages, ledger, people });
      case 'security.msgSecCheck':
        return checkText(call.args, options.contentCheck, people);
      case 'security.mediaCheckAsync':
        return checkMedia(call.args, {
          people,
          check: options.mediaCheck,
          reachable: (url) => this.reachable(url),
          push: (traceId, event) => this.push(traceId, event),
        });
      case 'wxacode.getUnlimited':
        return drawCode(call.args, options.pages);
      default:
        return notImplemented(call.api);
    }
  };

  private get callback(): string {
    return this.options.callbackFunction ?? 'callback';
  }

  /** Links of our own are tried; others only have to be https, for there may be no network. */
  private async reachable(url: string): Promise<boolean> {
    if (!url.startsWith(`${this.parts.url()}/file/`)) return /^https:\/\/[^/]+/.test(url);
    const response = await fetch(url, { method: 'HEAD' });
    return response.ok;
  }

  private push(traceId: string, outcome: Record<string, unknown>): void {
    const { now, hasFunction, log } = this.parts;
    const event = {
      ToUserName: 'gh_local00000000',
      FromUserName: 'oLocalWeChat',
      CreateTime: Math.floor(now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: APP_ID,
      ...outcome,
    };
    // Without a receiver WeChat drops it too; the log says so, for it is easily forgotten.
    if (!hasFunction(this.callback))
      return log({ event: 'push', id: traceId, ok: false, error: `no function ${this.callback}` });
    const delay = this.options.mediaCheckDelayMs ?? DEFAULT_DELAY_MS;
    this.deliveries.add(traceId, event, now() + delay);
  }

  private template(id: string): MessageTemplate {
    const template = this.templates.get(id);
    if (!template) throw invalidParam(`there is no template ${JSON.stringify(id)}`);
    return template;
  }

  private makeDevice(): Device {
    const { people, ledger, templates } = this;
    return {
      visit: (openid) => people.saw(openid),
      requestConsent: (openid, asked) => requestConsent(openid, asked, templates, ledger),
      messages: (openid) => ledger.messages(openid),
      markRead: (openid, ids) => ledger.markRead(openid, ids),
    };
  }

  private makeSide(): WeChatSide {
    const { people, ledger, deliveries } = this;
    return {
      messages: (openid) => ledger.messages(openid),
      grantSubscription: (openid, templateId, times = 1) => {
        const template = this.template(templateId);
        if (!Number.isInteger(times) || times < 1) throw invalidParam('times: 1 or more');
        people.saw(openid);
        ledger.grant(openid, template, times);
      },
      creditsOf: (openid, templateId) => ledger.credits(openid, templateId),
      visit: (openid) => people.saw(openid),
      pendingDeliveries: () => deliveries.pending(),
      deliverPending: () => deliveries.deliver(Infinity),
    };
  }
}
