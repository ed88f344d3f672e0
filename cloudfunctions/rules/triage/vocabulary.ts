/** Parts that the patterns are put together from: who, does what, with what, where, when. */

/** A child or whoever is written about; after folding all children are 娃. */
export const someone = '(我们|他们|我|他|娃|人|你|妈|奶|爷|全家|一家)';
export const child = '(我|他|娃)';
export const parent = '(后爸|后妈|爸|妈|爷|奶)';
export const man = '(后爸|男|网友|大人)';
export const peers = '(众|他们|几个|一群|一帮|一伙|大的|好多人)';
export const adult =
  '(后爸|后妈|爸|妈|爷|奶|男|师|姑|姨|婶|嫂|哥|姐|伯母|舅娘|舅妈|大人|老公|他家)';

export const hit = '[打抽拧掐踢砸甩铲抡摔踩揪]';
/** What “打” also is: telephones, injections, ball games … (the rest is in `exclusions.ts`). */
export const injured =
  '(吐血|昏|晕|不动|骨折|断|流血|出血|满头|满脸血|起不来|站不起|没气|没声|半死|快死|要死了|住院|不省|死过去|听不见|看不见|头破|血流|翻白|不会说|不行了|缝|进医院|送医院|血淋淋|惨叫|爬不起)';
export const body =
  '(身上|身子|浑身|全身|背上|背|脸上|脸|屁股|腿上|腿|手臂上|手臂|手上|脖子|头上|眼睛|嘴角|肚子|胸口|后颈|颈|耳朵|手腕|肩|小腿|额头|下巴|后脑|手|胳膊|大腿|脚)';
export const privates = '(下面|胸|屁股|奶子|咪咪|大腿|那里|裤子|裤|衣服里|衣服里面|被窝)';

export const swallow = '(喝|灌|吞|吃|服|食|饮|咽|舔|干)';
export const many =
  '(好多|很多|许多|一把|一大把|大把|一堆|整瓶|一瓶|半瓶|大半瓶|几十|一板|两板|几板|好几板|整盒|一盒|全部|一整|一大瓶|几瓶|两瓶|好几瓶|所有|[0-9]{2,}多?[片颗粒]|[一二三四五六七八九几]?[十百]几?多?[片颗粒]|一大堆|不少)';
export const wish = '(想|要|准备|打算|计划|决定|想好|商量|宁愿|情愿|不如|敢|说|威胁)';
export const soon =
  '(今晚|今天|现在|马上|立刻|明天|明早|明晚|后天|周[一二三四五六日末]|星期[一二三四五六天日]|这周|下周|月底|这个月|考完|放学|过完|等(我|奶|爷|爸|妈|他))';
export const forLong =
  '([一二两三四五六七八九十几半多好0-9]+(个)?(天|夜|晚|星期|礼拜|月|年|周|顿)|好久|很久|一直|整天|天天|每天|整夜|整晚|成日|长期)';
export const young =
  '([一二三四五六七八九两3-9]岁|1[0-7]岁|十[一二三四五六七]?岁|[一二三四五六]年级|初[一二三]|小学|初中|幼儿园)';
