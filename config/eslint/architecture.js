/**
 * The architecture's arrows (README, "Architecture") as lint rules. Everything that is not allowed
 * here is an error; tests/rules/architecture.test.ts proves each arrow. CommonJS, so that the test
 * can load it in Jest.
 */
const boundaries =
  require('eslint-plugin-boundaries').default ?? require('eslint-plugin-boundaries');

/** Folders of src/ that hold pages: the tabs, then the subpackages. */
const PAGE_FOLDERS = [
  'pages',
  'booking',
  'guide',
  'family',
  'privacy',
  'school',
  'announce',
  'help',
  'desk',
  'warm',
  'publish',
  'record',
  'screening',
  'safety',
  'notify',
  'reach',
];

/** Folder → kind of code; the first match wins. */
const ELEMENTS = [
  ...PAGE_FOLDERS.map((name) => ['page', `src/${name}`, name]),
  ...['components', 'session', 'wording', 'cloud', 'theme'].map((name) => [name, `src/${name}`]),
  ['entry', 'src'],
  ['contract', 'cloudfunctions/contract'],
  // Rules whose weights are too heavy for a phone.
  ['cloud-rules', 'cloudfunctions/rules/triage/cloud'],
  ['rules', 'cloudfunctions/rules'],
  ['platform', 'cloudfunctions/platform'],
  ['area', 'cloudfunctions/areas/*'],
  ['areas', 'cloudfunctions/areas'],
  ...['app', 'jobs', 'callback'].map((name) => ['function', `cloudfunctions/${name}`]),
  ['local-cloud', 'local-cloud'],
  ['demo', 'demo'],
  ['config', 'config'],
  ['tests', 'tests'],
];

/** Kind → the kinds it may import besides its own. */
const ARROWS = {
  entry: ['page', 'components', 'session', 'wording', 'cloud', 'theme', 'contract', 'rules'],
  page: ['components', 'session', 'wording', 'cloud', 'theme', 'contract', 'rules'],
  // A component knows the session (text size) and the shape of a query (its states).
  components: ['components', 'session', 'wording', 'theme', 'cloud', 'contract', 'rules'],
  session: ['session', 'cloud', 'wording', 'contract', 'rules'],
  cloud: ['cloud', 'contract', 'rules'],
  // Sentences about days and times need the calendar's rules.
  wording: ['wording', 'contract', 'rules'],
  theme: ['theme'],
  contract: ['contract'],
  rules: ['rules', 'contract'],
  // Neither rules nor anything of src/ may reach them: no phone carries them.
  'cloud-rules': ['cloud-rules', 'rules'],
  platform: ['platform', 'contract', 'rules', 'cloud-rules'],
  area: ['platform', 'contract', 'rules', 'cloud-rules'],
  areas: ['areas', 'area', 'platform', 'contract', 'rules'],
  function: ['areas', 'area', 'platform', 'contract'],
  'local-cloud': ['local-cloud'],
  demo: ['demo', 'contract', 'rules', 'platform', 'area'],
  // What a county prints carries sentences of the product.
  config: [
    ...['config', 'local-cloud', 'demo', 'contract', 'rules', 'cloud-rules', 'platform', 'areas'],
    'wording',
  ],
  tests: ELEMENTS.map(([type]) => type),
};

/** Kinds that run on both sides, and the only libraries they may use. */
const LIBRARIES = { contract: ['valibot'], rules: ['valibot', 'dayjs'] };

const element = (type) => ({ element: { type } });
const to = (types) => ({ to: { element: { types: { anyOf: types } } } });

const policies = [
  ...Object.entries(ARROWS).map(([from, types]) => ({ from: element(from), allow: to(types) })),
  // Within a tab or a subpackage, and within an area, but not across: a subpackage that reaches
  // into another would pull it into the main package.
  ...['page', 'area'].map((type) => ({
    from: element(type),
    allow: { to: { element: { type, path: '{{ from.element.path }}' } } },
  })),
  // Areas build on each other one way: the first screen is put together from the others, and a
  // booking, a screening or an alert is about a child.
  ...Object.entries({
    account: ['booking', 'director', 'family', 'guides', 'notify', 'school'],
    booking: ['family'],
    director: ['family'],
    people: ['account', 'booking', 'family'],
    guides: ['family'],
    safety: ['family'],
    school: ['family', 'notify'],
    // A reminder is of a visit, and who is telephoned stands on its card.
    notify: ['booking'],
  }).flatMap(([from, names]) =>
    names.map((name) => ({
      from: { element: { type: 'area', path: `cloudfunctions/areas/${from}` } },
      allow: { to: { element: { type: 'area', path: `cloudfunctions/areas/${name}` } } },
    })),
  ),
  { allow: { to: { module: { origin: ['external', 'core'] } } } },
  {
    from: { element: { type: '!(platform|tests|local-cloud)' } },
    disallow: { to: { module: { origin: 'external', source: 'wx-server-sdk' } } },
    message: 'only platform/ knows wx-server-sdk',
  },
  ...Object.entries(LIBRARIES).map(([from, names]) => ({
    from: element(from),
    disallow: { to: { module: { origin: 'external', source: `!(${names.join('|')})` } } },
    message: `${from} runs on phones and servers alike: of libraries it may use ${names.join(', ')}`,
  })),
  {
    from: {
      element: { types: { anyOf: ['contract', 'rules', ...Object.keys(ARROWS).slice(0, 7)] } },
    },
    disallow: { to: { module: { origin: 'core' } } },
    message: 'this code also runs on phones, where Node has no say',
  },
];

const CALLS_A_FUNCTION = {
  selector: "MemberExpression[object.name=/^(wx|Taro)$/][property.name='cloud']",
  message: "Only src/cloud calls functions: use call('area.action', input).",
};

const clock =
  'Take the time from the clock that is passed in, so that tests and replays can set it.';
const NO_AMBIENT_CLOCK = [
  ['CallExpression[callee.object.name="Date"][callee.property.name="now"]', clock],
  ['NewExpression[callee.name="Date"][arguments.length=0]', clock],
  ['CallExpression[callee.name="Date"]', clock],
  ['CallExpression[callee.name="dayjs"][arguments.length=0]', clock],
  [
    'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    'Chance is passed in, so that a test can repeat it.',
  ],
].map(([selector, message]) => ({ selector, message }));

const ASKS_THE_PHONE = {
  selector: "ImportDeclaration[source.value='@rules/triage'][importKind!='type']",
  message: "In the cloud words are read with the cloud's table: '@rules/triage/cloud'.",
};

/** The lint configuration that holds the arrows, for the project in `root`. */
function architecture(root) {
  return [
    {
      files: ['{src,cloudfunctions,local-cloud,demo,config,tests}/**/*.{ts,tsx}'],
      plugins: { boundaries },
      settings: {
        'boundaries/root-path': root,
        'boundaries/legacy-templates': false,
        'boundaries/elements': ELEMENTS.map(([type, pattern]) => ({
          type,
          pattern,
          partialMatch: false,
        })),
        'import/resolver': { typescript: { project: `${root}/tsconfig.json` } },
      },
      rules: {
        'boundaries/dependencies': [
          'error',
          { default: 'disallow', checkAllOrigins: true, policies },
        ],
        'boundaries/no-unknown-dependencies': 'error',
      },
    },
    {
      files: ['src/**/*.{ts,tsx}'],
      ignores: ['src/cloud/**'],
      rules: { 'no-restricted-syntax': ['error', CALLS_A_FUNCTION] },
    },
    {
      files: ['cloudfunctions/{areas,rules}/**/*.ts'],
      rules: { 'no-restricted-syntax': ['error', ...NO_AMBIENT_CLOCK] },
    },
    {
      files: ['cloudfunctions/areas/**/*.ts'],
      rules: { 'no-restricted-syntax': ['error', ...NO_AMBIENT_CLOCK, ASKS_THE_PHONE] },
    },
    {
      files: ['cloudfunctions/{platform,app,jobs,callback}/**/*.ts'],
      rules: { 'no-restricted-syntax': ['error', ASKS_THE_PHONE] },
    },
  ];
}

module.exports = { architecture };
