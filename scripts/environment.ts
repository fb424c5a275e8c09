/** The environment of scripts: that of the process, else what `npm start` left for the local tenant. */
import { existsSync, readFileSync } from 'node:fs'

/** Written by `npm start`, never committed: addresses and secrets of the local tenant that runs now. */
export const LOCAL_ENVIRONMENT = '.local/environment.json'

export function scriptEnvironment(): Record<string, string | undefined> {
  if (process.env.TENANT_ID || !existsSync(LOCAL_ENVIRONMENT)) return process.env
  return {
    ...(JSON.parse(readFileSync(LOCAL_ENVIRONMENT, 'utf8')) as Record<string, string>),
    ...process.env,
  }
}
