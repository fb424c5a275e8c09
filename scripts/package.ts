/** Makes the Teams app package: `npm run package [-- --env FILE]` writes dist/samstyr.zip. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs, parseEnv } from 'node:util'
import { packageFaults, readPackage, zipPackage } from './manifest/appPackage.ts'

const root = join(import.meta.dirname, '..')

try {
  const { values } = parseArgs({ options: { env: { type: 'string' } } })
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const fromFile = values.env === undefined ? {} : parseEnv(await readEnvFile(values.env))
  const files = await readPackage(join(root, 'manifest'), { VERSION: version, ...process.env, ...fromFile })
  const faults = await packageFaults(files)
  if (faults.length > 0) throw new Error(['The app package would be refused:', ...faults].join('\n  '))
  const path = join(root, 'dist', 'samstyr.zip')
  await mkdir(join(root, 'dist'), { recursive: true })
  await writeFile(path, zipPackage(files))
  console.log(`dist/samstyr.zip holds ${Object.keys(files).length} files; upload it in Teams admin center.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

async function readEnvFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new Error(`The environment file ${path} cannot be read.`)
  }
}
