import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { limits } from '../limits/limits.js';
import { documentLimits, knownOperations } from './document-limits.js';
import { GraphqlExecution } from './graphql-execution.js';
import { formatError, stringifyResponse } from './graphql-response.js';
import { parsedDocuments } from './selections.js';

/** Provider of the executor, for the configuration of Apollo Server. */
@Module({ providers: [GraphqlExecution], exports: [GraphqlExecution] })
class GraphqlExecutionModule {}

/** GraphQL at `/graphql`: Apollo Server with document limits and the executor of this program. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [GraphqlExecutionModule],
      inject: [GraphqlExecution],
      useFactory: (execution: GraphqlExecution) => ({
        path: '/graphql',
        autoSchemaFile: true,
        sortSchema: true,
        graphiql: false,
        introspection: true,
        includeStacktraceInErrorResponses: false,
        autoTransformHttpErrors: false,
        preserveHttpStatusForExecutionErrors: false,
        parseOptions: { maxTokens: limits.tokens },
        validationRules: [documentLimits, knownOperations],
        plugins: [execution.plugin],
        formatError,
        documentStore: parsedDocuments(),
        // Apollo would keep 30 MB of whatever documents anybody registers.
        persistedQueries: false,
        stringifyResult: stringifyResponse,
        context: (request: unknown) => ({ req: request }),
      }),
    }),
  ],
})
export class GraphqlModule {}
