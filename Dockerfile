FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY build.mjs .swcrc ./
COPY src src
COPY migrations migrations
COPY test/contract/chain-vector.json test/contract/
# The embedded PostgreSQL is an optional package, not needed with DATABASE_URL.
RUN npm run build && npm prune --omit=dev --omit=optional

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
USER node
EXPOSE 3000
# The young generation stays as small as on Node 22: in a small container the one of Node 24 grows at the cost of the
# old generation, and the garbage collector runs without end.
CMD ["node", "--max-semi-space-size=16", "dist/src/cli.js", "serve"]
