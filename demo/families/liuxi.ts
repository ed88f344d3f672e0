import { familiesIn } from './rows';

const primary = 'school-liuxi-primary';
const middle = 'school-liuxi-middle';

/** 柳溪镇: the neighbours of 小树. */
export const liuxiFamilies = familiesIn('liuxi', [
  ['paternalGrandmother', [['小禾', 9, 4, primary]], { parent: 'mother' }],
  [
    'paternalGrandfather',
    [
      ['阿明', 10, 8, primary],
      ['阿亮', 7, 2, primary],
    ],
    { parent: 'father' },
  ],
  ['maternalGrandmother', [['佳佳', 8, 11, primary]]],
  [
    'paternalGrandmother',
    [
      ['豆豆', 6, 5, primary],
      ['米豆', 11, 1, primary],
    ],
  ],
  ['paternalGrandmother', [['强强', 12, 9, primary]], { parent: 'father' }],
  [
    'maternalGrandfather',
    [
      ['丽丽', 9, 3, primary],
      ['莉莉', 13, 6, middle],
    ],
  ],
  ['paternalGrandmother', [['小北', 10, 12, primary]], { parent: 'mother' }],
  [
    'relative',
    [
      ['春燕', 11, 2, primary],
      ['秋燕', 8, 9, primary],
      ['冬冬', 6, 1, primary],
    ],
  ],
  ['paternalGrandfather', [['浩浩', 7, 7, primary]], { noPhone: true }],
  [
    'paternalGrandmother',
    [
      ['朵朵', 8, 5, primary],
      ['苗苗', 5, 10],
    ],
    { parent: 'father' },
  ],
  ['maternalGrandmother', [['小军', 14, 4, middle]]],
  [
    'paternalGrandmother',
    [
      ['安安', 9, 8, primary],
      ['宁宁', 9, 8, primary],
    ],
    { parent: 'mother' },
  ],
  [
    'mother',
    [
      ['文文', 12, 3, middle],
      ['武武', 6, 6, primary],
    ],
  ],
  ['paternalGrandmother', [['小雨', 10, 10, primary]], { parent: 'mother' }],
]);
