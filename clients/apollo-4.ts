import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client/core';
import { exercise, url } from './exercise.js';

const codeOf = (error: unknown) => (CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions?.code : undefined);

await exercise((headers) => {
  const client = new ApolloClient({
    link: new HttpLink({ uri: `${url}/graphql`, headers }),
    cache: new InMemoryCache(),
  });
  return {
    query: async (query, variables) => {
      const { data } = await client.query({ query, variables: variables as never });
      return { data };
    },
    mutate: async (mutation, variables) => {
      const { data, error } = await client.mutate({ mutation, variables: variables as never, errorPolicy: 'all' });
      return { data, code: codeOf(error) };
    },
  };
});
