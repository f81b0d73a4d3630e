# Builds Tavolo, then keeps what it needs to run: no compiler, no tests, no development packages, no root.
FROM node:24-bookworm-slim AS build
WORKDIR /build
# The lists of packages first: while they stay the same, a rebuild does not fetch anything.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY schema/package.json schema/
COPY server/package.json server/
COPY client/package.json client/
COPY test/package.json test/
RUN npx -y pnpm@12 install --frozen-lockfile
COPY . .
RUN npx -y pnpm@12 build && npx -y pnpm@12 --filter @tavolo/server deploy --prod --legacy deployed
# The folder of the embedded database, to be handed to the account that runs the server.
RUN mkdir data

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /build/deployed/package.json server/
COPY --from=build /build/deployed/node_modules server/node_modules
COPY --from=build /build/server/dist server/dist
COPY --from=build /build/client/dist client/dist
COPY --from=build --chown=node:node /build/data /data
VOLUME ["/data"]
USER node
EXPOSE 4000
# Alive, not ready: a database that is away is no reason to throw everybody out.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "server/dist/main.js"]
