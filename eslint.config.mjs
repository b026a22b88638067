import { basename, dirname, sep } from 'node:path';
import tseslint from 'typescript-eslint';

/** Names of folders and classes that say nothing. */
const emptyFolders = ['utils', 'util', 'common', 'helpers', 'shared', 'dto', 'entities'];
const emptyEndings = /(?:Dto|Impl|Util|Utils|Helper|Manager|Base)$/;

const exceptions =
  '/^(Http|BadRequest|Unauthorized|NotFound|Forbidden|NotAcceptable|RequestTimeout|Conflict|Gone|PayloadTooLarge|UnsupportedMediaType|UnprocessableEntity|InternalServerError|NotImplemented|ServiceUnavailable|PreconditionFailed)Exception$/';

/** One sentence per ban, and how it shows in the code. */
const bans = [
  [
    'A text is normalised by normalize() of database/text.ts, whose cost is linear.',
    'CallExpression[callee.property.name="normalize"]',
  ],
  [
    'save(), remove() and softRemove() open transactions of their own and lose updates: use insert, update, delete or SQL.',
    'CallExpression[callee.type="MemberExpression"][callee.property.name=/^(save|remove|softRemove)$/]',
  ],
  [
    'A transaction is opened by Database.write alone.',
    'CallExpression[callee.property.name=/^(startTransaction|commitTransaction|rollbackTransaction)$/]',
  ],
  ['A transaction is opened by Database.write alone.', 'CallExpression[callee.property.name="transaction"]'],
  [
    'Repositories write outside the transaction under way: use Database.',
    'Decorator[expression.callee.name=/^(InjectRepository|InjectEntityManager|InjectDataSource)$/]',
  ],
  [
    'Say it with a Refusal: it has a stable code and words in two languages.',
    `NewExpression[callee.name=${exceptions}]`,
  ],
  [
    'Rows that no caller named are `expected`: when one is not there, the program is wrong, not the caller.',
    'CallExpression[callee.property.name="map"] > Identifier[name="found"]',
  ],
  [
    'Rows that no caller named are `expected`: when one is not there, the program is wrong, not the caller.',
    'CallExpression[callee.name="found"] > CallExpression[callee.property.name="get"]',
  ],
  [
    'A filter that was not asked for is no part of the statement: where() of database/where.ts.',
    'TemplateElement[value.raw=/\\$\\d+(::[\\w[\\]]+)? is null|^(::[\\w[\\]]+)? is null/]',
  ],
  ['Imports run one way: move the edge to the module that owns the data.', 'CallExpression[callee.name="forwardRef"]'],
  ['Export it by its name.', 'ExportDefaultDeclaration'],
  ['A name that ends so says nothing.', `ClassDeclaration[id.name=${emptyEndings}]`],
  ['A name that ends so says nothing.', `TSInterfaceDeclaration[id.name=${emptyEndings}]`],
  ['Interfaces are named after what they are.', 'TSInterfaceDeclaration[id.name=/^I[A-Z][a-z]/]'],
].map(([message, selector]) => ({ selector, message }));

/** Only the clock, and what runs outside a request, reads the time. */
const clocks = [
  ['Date', 'NewExpression[callee.name="Date"][arguments.length=0]'],
  ['Date.now', 'CallExpression[callee.object.name="Date"][callee.property.name="now"]'],
  ['Date()', 'CallExpression[callee.name="Date"]'],
].map(([what, selector]) => ({ selector, message: `${what} reads a clock: the actor carries \`on\` and \`at\`.` }));

/**
 * From the fourth parameter on an object says which is which. Three exceptions: Nest injects into a constructor; the
 * library that calls a callback says what it gets; a read ends in `members`, which every read hands on to its SQL.
 */
const fewParameters = {
  create: (context) => ({
    ':function[params.length>3]'({ params, parent, loc }) {
      const callback = parent.type === 'CallExpression' && parent.callee.type === 'MemberExpression';
      const read = params.length === 4 && params[3].name === 'members';
      if (parent.kind !== 'constructor' && !callback && !read)
        context.report({ loc, message: 'At most three parameters; then an object.' });
    },
  }),
};

/** Right of a service's act. */
const pathless = [
  {
    message: 'An act is right for a path: demandFor(), with `wholeCommune` for a record of no unit.',
    selector: 'CallExpression[callee.property.name="demand"]',
  },
];
const restricted = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules] });

/** A door says who may and what is asked, then hands on: one statement. */
const oneStatement = {
  create: (context) => ({
    'MethodDefinition[kind="method"] > FunctionExpression'(method) {
      if (method.body.body.length !== 1)
        context.report({
          node: method,
          message: 'A method of a door is one statement; what it decides belongs to a service.',
        });
    },
  }),
};

/** A sentence that names values names them in both languages: `{ en, vi }`. */
const bothLanguages = {
  create: (context) => ({
    'TemplateLiteral[expressions.length>0]'(node) {
      const { esTreeNodeToTSNodeMap, program } = context.sourceCode.parserServices;
      const asked = program?.getTypeChecker().getContextualType(esTreeNodeToTSNodeMap.get(node));
      if (asked?.aliasSymbol?.name === 'Sentence')
        context.report({ node, message: 'What a sentence names, it names in Vietnamese, too: { en, vi }.' });
    },
  }),
};

const speakingFolder = {
  create: (context) => ({
    Program(node) {
      const folder = dirname(context.filename)
        .split(sep)
        .slice(process.cwd().split(sep).length)
        .find((part) => emptyFolders.includes(part));
      if (folder)
        context.report({ node, message: `A folder named "${folder}" says nothing: name it after what it holds.` });
    },
  }),
};

/** A file is what its suffix says. */
const suffixes = [
  'controller',
  'data',
  'entity',
  'filter',
  'guard',
  'inputs',
  'interceptor',
  'module',
  'page',
  'queries',
  'resolver',
  'rules',
  'service',
  'view',
  'workflow',
];
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const fileName = {
  create: (context) => ({
    Program(node) {
      const [name, ...rest] = basename(context.filename).replace(/\.ts$/, '').split('.');
      if (!kebab.test(name)) context.report({ node, message: 'A file is named in kebab-case.' });
      if (rest.length > 1 || (rest.length === 1 && !suffixes.includes(rest[0])))
        context.report({ node, message: `"${rest.join('.')}" is no suffix of ours: ${suffixes.join(', ')}.` });
    },
  }),
};

/** A sentence of a comment begins with a noun or a verb. */
const subjectless = /(?:^[*\s]*|[.!?]\s[*\s]*)(?:What|Whatever|Who|Whoever|Whose|Whom|Of)\b/;
const commentSubject = {
  create: (context) => ({
    Program() {
      for (const { value, loc } of context.sourceCode.getAllComments())
        if (subjectless.test(value))
          context.report({ loc, message: 'A comment begins with a noun or a verb: "Points against …", "Facts …".' });
    },
  }),
};

const house = {
  rules: {
    'both-languages': bothLanguages,
    'comment-subject': commentSubject,
    'few-parameters': fewParameters,
    'one-statement': oneStatement,
    'speaking-folder': speakingFolder,
    'file-name': fileName,
  },
};

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.local', 'bench', 'clients', '**/*.mjs', '**/*.cjs'] },
  { files: ['**/*.ts'], extends: [tseslint.configs.base], linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['src/**/*.ts', 'migrations/**/*.ts'],
    plugins: { house },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-console': 'error',
      'house/speaking-folder': 'error',
      'house/both-languages': 'error',
      'house/comment-subject': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    // The permission table is one table, whatever its length.
    ignores: ['src/sample/**', 'src/**/*.data.ts', 'src/access/permissions.ts'],
    rules: { 'max-lines': ['error', { max: 250 }] },
  },
  // Comments, strings and SQL, which the formatter does not break. Tables of data and of sentences keep a row on a line.
  {
    files: ['src/**/*.ts'],
    ignores: ['src/**/*.data.ts'],
    rules: { 'max-len': ['error', { code: 120, ignoreUrls: true }] },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'house/file-name': 'error', ...restricted(...bans, ...clocks) },
  },
  {
    files: ['src/**/*.ts'],
    // Nest gives a door a parameter for each part of a request.
    ignores: ['src/**/*.{controller,resolver,data}.ts'],
    rules: { 'house/few-parameters': 'error' },
  },
  { files: ['src/**/*.service.ts'], rules: restricted(...bans, ...clocks, ...pathless) },
  {
    files: ['src/access/clock.ts', 'src/cli.ts', 'src/serve.ts', 'src/exchange/**/*.ts', 'src/database/**/*.ts'],
    rules: restricted(...bans),
  },
  { files: ['src/main.ts', 'src/cli.ts', 'src/serve.ts', 'src/exchange/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['src/**/*.controller.ts', 'src/**/*.resolver.ts'], rules: { 'house/one-statement': 'error' } },
  {
    files: ['src/**/*.rules.ts', 'src/**/*.workflow.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                '@nestjs/*',
                'typeorm',
                'typeorm/*',
                'pg',
                '**/*.service.js',
                '**/*.queries.js',
                '**/database.js',
              ],
              message: 'Rules are pure: values in, values or Refusals out.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    // Values of any shape: documents of the contract, bodies of any operation, records that move from act to act.
    ignores: [
      'test/{doors,exchange,program}.ts',
      'test/bad-input/answers.ts',
      'test/campaigns/lost-answers.ts',
      'test/contract/{contract,every-write,writes}.ts',
      'test/contract/{a-refusal-is,every-word-of}*.ts',
      'test/contract/rights/asking.ts',
      'test/flows/{a-meeting-counts,every-step-of-a-meeting,the-examples-run}*.ts',
      'test/queries/a-write-is-whole-or-nothing.spec.ts',
    ],
    rules: { '@typescript-eslint/no-explicit-any': 'error' },
  },
  {
    files: ['test/**/*.ts'],
    rules: restricted(
      ...[
        'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|failing)$/]',
        'MemberExpression[object.name=/^(it|test|describe)$/][computed=true]',
        'Identifier[name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
      ].map((selector) => ({ selector, message: 'Every test counts.' })),
    ),
  },
);
