import { familiesIn } from './rows';

const fenglin = 'school-fenglin-primary';
const shiqiao = 'school-shiqiao-primary';
const yunwu = 'school-yunwu-primary';
const liuxiMiddle = 'school-liuxi-middle';

/** 枫林乡, 石桥乡 and 云雾乡. */
export const hillFamilies = [
  ...familiesIn('fenglin', [
    ['paternalGrandmother', [['小枫', 9, 10, fenglin]], { parent: 'father' }],
    [
      'maternalGrandmother',
      [
        ['兰兰', 7, 5, fenglin],
        ['竹竹', 11, 6, fenglin],
      ],
    ],
    ['paternalGrandfather', [['铁蛋', 12, 1, fenglin]]],
    [
      'paternalGrandmother',
      [
        ['阿朵', 8, 7, fenglin],
        ['阿月', 6, 3, fenglin],
      ],
      { parent: 'mother' },
    ],
    ['relative', [['小麦', 10, 9, fenglin]]],
    ['paternalGrandmother', [['栗子', 5, 11]]],
  ]),
  ...familiesIn('shiqiao', [
    [
      'paternalGrandmother',
      [
        ['小桥', 8, 2, shiqiao],
        ['流水', 11, 8, shiqiao],
      ],
      { noPhone: true },
    ],
    ['maternalGrandmother', [['满满', 7, 12, shiqiao]], { parent: 'mother' }],
    [
      'paternalGrandfather',
      [
        ['虎子', 10, 4, shiqiao],
        ['龙龙', 13, 5, liuxiMiddle],
      ],
    ],
    ['paternalGrandmother', [['桂花', 9, 9, shiqiao]], { noPhone: true }],
    ['maternalGrandfather', [['小溪', 6, 7, shiqiao]]],
    [
      'mother',
      [
        ['棉棉', 12, 6, shiqiao],
        ['暖暖', 9, 1, shiqiao],
      ],
    ],
  ]),
  ...familiesIn('yunwu', [
    [
      'paternalGrandmother',
      [
        ['云朵', 7, 8, yunwu],
        ['雾雾', 10, 2, yunwu],
      ],
      { parent: 'father' },
    ],
    ['maternalGrandmother', [['阿依', 11, 3, yunwu]]],
    [
      'paternalGrandfather',
      [
        ['小山', 8, 10, yunwu],
        ['小川', 12, 7, yunwu],
      ],
      { parent: 'mother' },
    ],
  ]),
];
