# Builds with the tools that native modules need, runs without them, as a user that may write to one folder.
FROM node:24-bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY src src
COPY models models
COPY prompts prompts
COPY tsconfig.json ./

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787 \
    CORPUS_DIR=/data/corpus INDEX_DIR=/data/index DESK_DIR=/data/desk
RUN useradd --system --uid 10001 --home-dir /data wenzheng && install -d -o wenzheng -g wenzheng /data
COPY --from=build /app /app
COPY --chown=wenzheng:wenzheng corpus /data/corpus
WORKDIR /app
USER wenzheng
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=5m \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8787/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "src/cli.ts", "start"]
