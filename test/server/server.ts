/** The real server on a port of its own beside a tenant, with a small built tab, and ways to ask it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import pino from 'pino'
import { businessDay } from '#src/businessDay.ts'
import { readConfig } from '#src/config.ts'
import { serverGraph } from '#src/graph/appTokens.ts'
import { createApp } from '#bots/app.ts'
import { actionRunner } from '#bots/runner.ts'
import { installation } from '#scripts/demo/installation.ts'
import type { Stand, Who } from '#test/fixtures/stand.ts'

export const SCRIPT = 'console.log("the tab")'.repeat(20)

export interface Server {
  origin: string
  /** A token for our API, as the tab gets it. */
  tokenOf: (who: Who) => Promise<string>
  ask: (name: string, asked: Asked) => Promise<{ status: number; headers: Headers; body: Answer }>
  close: () => Promise<void>
}
export interface Asked {
  token?: string | undefined
  body?: unknown
  headers?: Record<string, string>
}
export interface Answer {
  message: string
  done?: { initiatives?: { key: string; stage: string }[] }
  refusals?: { why: string; [more: string]: unknown }[]
}

export async function setUpServer(stand: Stand, environment: Record<string, string> = {}): Promise<Server> {
  const files = aBuiltTab()
  const config = readConfig({ ...stand.environment, ...environment })
  const logger = pino({ level: 'silent' })
  const today = businessDay(config)
  const graph = serverGraph(config, { longestWait: 20 })
  const { site } = stand
  const run = actionRunner({ graph, site, today, logger })
  const app = createApp({ config, site, today, run, logger, files })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    async tokenOf(who) {
      const asked = { clientId: installation.apps.samstyr, oid: stand.person(who).id, scopes: 'api' as const }
      return (await stand.tenant.control.personToken(asked, stand.origin)).access_token
    },
    async ask(name, { token, body, headers = {} }) {
      const response = await fetch(`${origin}/api/actions/${name}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...headers,
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
      return { status: response.status, headers: response.headers, body: (await response.json()) as Answer }
    },
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      rmSync(files, { recursive: true })
    },
  }
}

function aBuiltTab(): string {
  const folder = mkdtempSync(join(tmpdir(), 'samstyr-tab-'))
  mkdirSync(join(folder, 'assets'))
  const config = '<script type="application/json" id="config">{"place":"config"}</script>'
  writeFileSync(join(folder, 'index.html'), `<!doctype html><title>Samstyr</title>${config}`)
  writeFileSync(
    join(folder, 'hashes.json'),
    JSON.stringify({ styles: ["'sha256-style='"], scripts: ["'sha256-script='"] }),
  )
  writeFileSync(join(folder, 'assets', 'tab-1.js'), SCRIPT)
  writeFileSync(join(folder, 'assets', 'tab-1.js.br'), brotliCompressSync(SCRIPT))
  writeFileSync(join(folder, 'assets', 'plain-1.js'), SCRIPT)
  return folder
}
