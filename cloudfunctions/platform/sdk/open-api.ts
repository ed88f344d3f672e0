import * as v from 'valibot';
import { cloud } from './cloud';

interface OpenApi {
  subscribeMessage: {
    send(options: {
      touser: string;
      templateId: string;
      page: string;
      data: Record<string, { value: string }>;
      miniprogramState?: string;
    }): Promise<unknown>;
  };
  wxacode: {
    getUnlimited(options: {
      scene: string;
      page: string;
      width: number;
      checkPath: boolean;
    }): Promise<unknown>;
  };
  security: {
    msgSecCheck(options: {
      version: 2;
      openid: string;
      scene: number;
      content: string;
    }): Promise<unknown>;
    mediaCheckAsync(options: {
      version: 2;
      openid: string;
      scene: number;
      mediaUrl: string;
      mediaType: number;
    }): Promise<unknown>;
  };
}
/** The SDK makes these interfaces up as they are asked for, and has no types for them. */
const openApi = () => cloud.openapi as unknown as OpenApi;

const PictureSchema = v.object({ buffer: v.instance(Buffer) });

/**
 * A mini program code that opens `page` with `scene` (at most 32 characters), as PNG. WeChat draws
 * any number of them (wxacode.getUnlimited). Throws what WeChat refuses.
 */
export async function miniProgramCode(page: string, scene: string): Promise<Buffer> {
  const answer: unknown = await openApi().wxacode.getUnlimited({
    scene,
    page,
    width: 430,
    // The page may be in a version that is not published yet.
    checkPath: false,
  });
  return v.parse(PictureSchema, answer).buffer;
}

const RefusedSchema = v.object({ errCode: v.number() });

/**
 * Sends a subscription message for one consent of the person. Answers WeChat's code: 0, or why not;
 * undefined where no answer came, and nobody knows whether it arrived.
 */
export async function sendSubscribeMessage(message: {
  touser: string;
  templateId: string;
  page: string;
  data: Record<string, { value: string }>;
}): Promise<number | undefined> {
  const state = process.env.XINQIAO_MINI_PROGRAM_STATE;
  try {
    // What it answers is not looked at: a msgid does not fit into a number (wechat-cloud.md).
    await openApi().subscribeMessage.send({
      ...message,
      ...(state && { miniprogramState: state }),
    });
    return 0;
  } catch (error) {
    const refused = v.safeParse(RefusedSchema, error);
    // -1 and the SDK's own failures say nothing of what WeChat has done.
    const code = refused.success ? refused.output.errCode : undefined;
    return code === undefined || (code < 0 && code !== -604101) ? undefined : code;
  }
}

/** What WeChat says of a text or file. `review`: a person should look at it. */
export const SuggestionSchema = v.picklist(['pass', 'review', 'risky']);
const TextCheckSchema = v.object({ result: v.object({ suggest: SuggestionSchema }) });
const TraceSchema = v.object({ trace_id: v.string() });
const TraceAnswerSchema = v.union([
  TraceSchema,
  v.pipe(
    v.object({ traceId: v.string() }),
    v.transform(({ traceId }) => ({ trace_id: traceId })),
  ),
]);

interface Sender {
  /** Must have used the mini program within two hours. */
  openid: string;
  /** WeChat's number for where it is shown: 1 profile, 2 comment, 3 forum, 4 social log. */
  scene: number;
}

/** Asks `msgSecCheck`; at most 2,500 characters. Throws what WeChat refuses, such as 45009 or 61010. */
export async function checkContent(content: string, sender: Sender) {
  const answer: unknown = await openApi().security.msgSecCheck({ version: 2, ...sender, content });
  return v.parse(TextCheckSchema, answer).result.suggest;
}

/** Asks `mediaCheckAsync` and answers the trace by which the result comes later. Throws what WeChat refuses. */
export async function beginMediaCheck(
  mediaUrl: string,
  kind: 'voice' | 'picture',
  sender: Sender,
): Promise<string> {
  const answer: unknown = await openApi().security.mediaCheckAsync({
    version: 2,
    ...sender,
    mediaUrl,
    mediaType: kind === 'voice' ? 1 : 2,
  });
  return v.parse(TraceAnswerSchema, answer).trace_id;
}
