import { graphql } from 'relay-runtime';

/** Compiled by relay-compiler: a list of this API is a connection as Relay wants it. */
export const page = graphql`
  query unitsQuery($after: String) {
    commune(key: "duc-lang") {
      plan(key: "2023") {
        indicators(first: 20, after: $after) @connection(key: "units_indicators") {
          edges {
            node {
              id
              code
            }
          }
        }
      }
    }
  }
`;
