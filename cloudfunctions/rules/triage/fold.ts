import { wordAt } from './spellings';

/** Traditional and simplified in turn: the characters that the rules read. */
const traditional =
  '們们媽妈爺爷親亲兒儿孫孙歲岁誰谁說说講讲話话請请讓让給给這这個个裡里裏里還还沒没從从來来去去過过時时間间開开關关門门見见現现覺觉聽听讀读書书學学師师' +
  '藥药農农敵敌殺杀傷伤劃划斷断腦脑臉脸頭头頸颈腳脚體体裝装褲裤脫脱壓压強强姦奸騙骗嚇吓罵骂欺欺負负揹背繩绳樓楼橋桥頂顶跳跳邊边離离遠远遺遗會会後后' +
  '種种樣样點点沖冲決决減减無无樂乐難难愛爱憂忧鬱郁嗎吗著着幾几錢钱買买賣卖還还車车電电視视網网聯联係系號号燒烧燙烫煙烟氣气氧氧嘔呕暈晕噴喷濺溅' +
  '驚惊慘惨髒脏貓猫雞鸡豬猪鳥鸟魚鱼馬马鄰邻嬸婶爾尔彎弯鎖锁屍尸墳坟鬧闹絕绝終终結结應应該该與与為为嘆叹業业課课練练績绩試试題题歡欢廣广東东區区' +
  '動动場场廠厂屆届屬属帶带幫帮幹干當当從从惡恶戲戏戶户據据擔担換换撈捞擊击攔拦擋挡數数斃毙時时歸归殘残毆殴滅灭滾滚漲涨灣湾災灾爐炉爭争獨独瘋疯療疗' +
  '發发盡尽眾众睜睁瞞瞒禮礼禍祸積积穩稳窮穷筆笔節节簡简紅红紙纸細细緊紧線线繼继續续罰罚聲声職职肅肃膽胆舊旧華华萬万蟲虫補补計计記记許许訴诉診诊認认' +
  '誤误調调謝谢識识護护變变貝贝責责貴贵費费質质軟软輕轻轉转辦办連连遲迟還还郵邮醫医錯错鐵铁長长隊队陽阳陰阴隱隐隻只雙双霧雾靜静顧顾餓饿飯饭養养驗验髮发麼么' +
  '顏颜願愿類类風风飛飞飲饮餵喂馱驮騎骑鬼鬼麗丽黃黄齊齐齒齿龍龙佔占傢家兇凶喪丧囑嘱屋屋拋抛掙挣摺折撲扑灑洒濕湿爛烂牽牵狀状獄狱畫画癢痒癮瘾瘡疮睏困瞭了砲炮禍祸穢秽';

function pairs(): Record<string, string> {
  const found: Record<string, string> = {};
  for (let at = 0; at + 1 < traditional.length; at += 2) {
    found[traditional.charAt(at)] = traditional.charAt(at + 1);
  }
  return found;
}

const simplified = pairs();

/** A text as the rules read it; `at[i]` is where its character `i` stood in what was written. */
export interface Folded {
  text: string;
  at: number[];
  ends: number[];
  /** The same before known spellings are written as one word. */
  plain: string;
  /** For each character of `plain`, where what stands for it ends in `text` (its last character). */
  lasts: number[];
  /** What was written as another word, and where that word ends in `text` (its last character). */
  spellings: { spelling: string; last: number }[];
}

/** Full width → ASCII, lower case, simplified; the empty string for what is neither letter nor digit. */
function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  const plain = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
  if (/[a-zA-Z0-9]/.test(plain)) return plain.toLowerCase();
  if (code >= 0x4e00 && code <= 0x9fff) return simplified[plain] ?? plain;
  return '';
}

/**
 * Drops spaces, punctuation, emoji and invisible characters, then writes every known spelling as one
 * word. Punctuation says nothing here: a transcript has none, and “自 杀” must not pass.
 */
export function fold(text: string): Folded {
  const characters: string[] = [];
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const folded = foldCharacter(text.charAt(at));
    if (folded === '') continue;
    characters.push(folded);
    places.push(at);
  }
  const plain = characters.join('');
  const folded: Folded = { text: '', at: [], ends: [], plain, lasts: [], spellings: [] };
  for (let at = 0; at < plain.length;) {
    const { length, word } = wordAt(plain, at) ?? { length: 1, word: plain.charAt(at) };
    const start = places[at] ?? 0;
    const end = (places[at + length - 1] ?? start) + 1;
    for (const character of word) {
      folded.text += character;
      folded.at.push(start);
      folded.ends.push(end);
    }
    const last = folded.text.length - 1;
    for (let of = 0; of < length; of += 1) folded.lasts.push(last);
    const spelling = plain.substr(at, length);
    if (spelling !== word) folded.spellings.push({ spelling, last });
    at += length;
  }
  return folded;
}
