import {
  execute,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
  subscribe,
  validate,
} from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Endpoint } from './protocol-pages';

const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: { me: { type: GraphQLString, resolve: () => 'Ada' } },
  }),
});

/** The server of graphql-ws. It refuses whoever has the token "expired". */
export function createGraphqlEndpoint(): Endpoint {
  const server = new WebSocketServer({ noServer: true });
  const served = useServer(
    {
      schema,
      // Vitest and Node load two copies of graphql, which refuse each other's schemas: all must come from this one.
      parse,
      validate,
      execute,
      subscribe,
      onConnect: ({ connectionParams }) => connectionParams?.['token'] !== 'expired',
    },
    server,
  );
  return {
    server,
    async stop() {
      await served.dispose();
    },
  };
}
