# The server in production: no scripts, no tests, no build tools.
FROM node:24-slim AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build && npm prune --omit=dev

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/src ./src
COPY --from=build /app/bots ./bots
COPY --from=build /app/dist/tabs ./dist/tabs
USER node
EXPOSE 3978
CMD ["node", "bots/server.ts"]
