/** The arguments of a command; what it doesn't know ends it with a sentence rather than a trace. */
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** As `parseArgs` of Node. `use`: how the command is written, for whoever wrote it otherwise. */
export function argumentsOf<C extends ParseArgsConfig>(use: string, config: C) {
  try {
    return parseArgs(config)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\nUse: ${use}`)
    process.exit(1)
  }
}
