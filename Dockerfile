# The web process and the command line. Nothing is written inside: the data folder is a volume, /tmp a tmpfs.
FROM node:24-slim AS build
WORKDIR /srv/safer-neighbourhoods
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-slim
ENV NODE_ENV=production DATA_DIR=/var/lib/safer-neighbourhoods
WORKDIR /srv/safer-neighbourhoods
RUN groupadd --system --gid 2000 service \
  && useradd --system --uid 2000 --gid service --no-create-home service \
  && install --directory --owner=service --group=service --mode=0700 "$DATA_DIR"
COPY --from=build /srv/safer-neighbourhoods ./
USER 2000:2000
VOLUME /var/lib/safer-neighbourhoods
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Without npm in between, so that a stop signal reaches the process.
CMD ["node", "app/server/start.js"]
