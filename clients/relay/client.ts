import { graphql } from 'relay-runtime';

/** Compiled by relay-compiler; `relay.ts` runs what it makes of them. A list of this API is a connection of Relay. */
export const units = graphql`
  query clientUnitsQuery($after: String) {
    units(commune: "duc-lang", first: 100, after: $after) @connection(key: "client_units") {
      edges {
        node {
          id
          code
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
export const feed = graphql`
  query clientFeedQuery {
    changes(commune: "duc-lang", first: 500) {
      items {
        position
        item
      }
    }
  }
`;
export const rice = graphql`
  query clientRiceQuery {
    indicator(commune: "duc-lang", plan: "2023", code: "econ.rice.area") {
      id
      version
      assessedBy
    }
  }
`;
export const amend = graphql`
  mutation clientAmendMutation($version: Int!, $input: AmendIndicator!) {
    amendIndicator(
      commune: "duc-lang"
      plan: "2023"
      code: "econ.rice.area"
      expectedVersion: $version
      input: $input
    ) {
      id
      version
      assessedBy
    }
  }
`;
