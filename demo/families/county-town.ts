import { familiesIn } from './rows';

const primary = 'school-qingshi-primary';
const middle = 'school-county-middle';
const bailu = 'school-bailu';

/** 青石镇, the county town, and 白鹿乡. */
export const countyTownFamilies = [
  ...familiesIn('qingshi', [
    ['paternalGrandmother', [['大壮', 11, 5, primary]], { parent: 'father' }],
    [
      'maternalGrandmother',
      [
        ['妞妞', 7, 3, primary],
        ['牛牛', 9, 12, primary],
      ],
    ],
    ['paternalGrandfather', [['小满', 13, 5, middle]], { parent: 'mother' }],
    ['father', [['立冬', 8, 11, primary]]],
    [
      'paternalGrandmother',
      [
        ['糖糖', 6, 2, primary],
        ['果果', 10, 7, primary],
      ],
    ],
    ['maternalGrandfather', [['阿吉', 16, 1, middle]]],
    [
      'relative',
      [
        ['圆圆', 12, 9, primary],
        ['方方', 15, 4, middle],
      ],
      { parent: 'father' },
    ],
  ]),
  ...familiesIn('bailu', [
    ['paternalGrandmother', [['小鹿', 8, 6, bailu]], { parent: 'mother' }],
    [
      'maternalGrandmother',
      [
        ['石头', 14, 2, bailu],
        ['木头', 10, 3, bailu],
      ],
    ],
    [
      'paternalGrandfather',
      [
        ['春笋', 7, 4, bailu],
        ['冬笋', 5, 12],
      ],
    ],
    ['other', [['大山', 15, 8, bailu]], { noPhone: true }],
  ]),
];
