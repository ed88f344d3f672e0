import { townshipKeys, type TownshipKey } from '../county/townships';

const firsts = Array.from('青白红金银竹松梅桃杏茶稻麦泉月星');
const seconds = Array.from('坡冲寨坪湾沟塘岭井洞');

export interface Village {
  township: TownshipKey;
  name: string;
}

/** 160 made-up villages, spread evenly over the townships. */
export const villages: Village[] = firsts
  .flatMap((first) => seconds.map((second) => `${first}${second}村`))
  .map((name, index) => ({ name, township: townshipKeys[index % townshipKeys.length] ?? 'liuxi' }));
