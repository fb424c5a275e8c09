/** Starts a script of ours; plain JavaScript, so that a Node too old for TypeScript can say so. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const LEAST = 24
const [, , script, ...rest] = process.argv
if (Number(process.versions.node.split('.')[0]) < LEAST) {
  console.error(
    `Samstyr needs Node ${LEAST}, this is ${process.versions.node}. Run npm ci, then start by npm: it brings the right one.`,
  )
  process.exit(1)
}
// Types are stripped once of each file, here and in the processes that a script starts: half of a start's work.
process.env.NODE_COMPILE_CACHE ??= resolve('.local/compiled')
;(await import('node:module')).enableCompileCache()
process.argv = [process.argv[0] ?? 'node', resolve(script ?? ''), ...rest]
await import(pathToFileURL(process.argv[1] ?? '').href)
