/** `npm run dev`: as `npm start`, with the tab served by Vite and reloaded as its files change. */
import { mkdirSync } from 'node:fs'
import { createServer, type Plugin } from 'vite'
import { ensureTabBuild } from './build/tabBuild.ts'
import { demoInstallation } from './demo/installation.ts'
import { keepEnvironments } from './demo/prepare.ts'
import { startProduct } from './demo/product.ts'
import { createTenant } from './tenant/tenant.ts'

const FOLDER = '.local'
const ports = { host: 5180, tab: 5181, tenant: 5182, server: 5183 }
const server = `http://127.0.0.1:${ports.server}`

mkdirSync(FOLDER, { recursive: true })
const tenant = createTenant(demoInstallation(`${FOLDER}/tenant.sqlite`))
// The server needs a built tab for its own pages and headers, even when Vite shows the tab.
const product = await startProduct({ tenant, folder: FOLDER, ports, ready: ensureTabBuild() })
keepEnvironments(product.environments, 'city')

const vite = await createServer({
  plugins: [configOfServer()],
  server: { host: '127.0.0.1', port: ports.tab, strictPort: true, proxy: { '/api': server } },
})
await vite.listen()
console.log(`Samstyr: ${product.origin}\nStop with Ctrl+C.`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))

/** Vite's page gets the configuration that the server writes into its own. */
function configOfServer(): Plugin {
  const block = /(<script type="application\/json" id="config">)[\s\S]*?(<\/script>)/
  return {
    name: 'samstyr-config-of-server',
    async transformIndexHtml(html) {
      const written = block.exec(await (await fetch(`${server}/`)).text())?.[0]
      return written ? html.replace(block, () => written) : html
    },
  }
}
