/** The environment of scripts: that of the process, else what `npm start` left for the local tenant. */
import { existsSync, readFileSync } from 'node:fs'

/** Written by `npm start`, never committed: addresses and secrets of the local tenant that runs now, for the site shown first. */
export const LOCAL_ENVIRONMENT = '.local/environment.json'

/** The same for a site by its name, as `--demo` names it. */
export const environmentOf = (demo: string) => `.local/environment-${demo}.json`

/** `demo` names a site of the local tenant, and then comes before the environment of the process. Throws when there is none such. */
export function scriptEnvironment(demo?: string): Record<string, string | undefined> {
  if (demo !== undefined) {
    // A name, never a path.
    const file = /^[a-z]+$/.test(demo) ? environmentOf(demo) : undefined
    if (!file || !existsSync(file)) throw new Error(`npm start has made no site that is called ${demo}`)
    return { ...process.env, ...read(file) }
  }
  if (process.env.TENANT_ID || !existsSync(LOCAL_ENVIRONMENT)) return process.env
  return { ...read(LOCAL_ENVIRONMENT), ...process.env }
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
