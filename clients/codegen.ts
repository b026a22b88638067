import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: '../schema.graphql',
  documents: ['exercise.ts'],
  generates: { 'generated/graphql/': { preset: 'client', presetConfig: { fragmentMasking: false } } },
  emitLegacyCommonJSImports: false,
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    scalars: { Decimal: 'string', Period: 'string', LegalDate: 'string', DateTime: 'string', JSON: 'unknown' },
  },
};
export default config;
