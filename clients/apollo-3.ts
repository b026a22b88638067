import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client-3/core/index.js';
import { exercise, url } from './exercise.js';

await exercise((headers) => {
  const client = new ApolloClient({
    link: new HttpLink({ uri: `${url}/graphql`, headers }),
    cache: new InMemoryCache(),
  });
  return {
    query: async (query, variables) => {
      const { data } = await client.query({ query, variables });
      return { data };
    },
    mutate: async (mutation, variables) => {
      const { data, errors } = await client.mutate({ mutation, variables, errorPolicy: 'all' });
      return { data, code: errors?.[0]?.extensions?.code };
    },
  };
});
