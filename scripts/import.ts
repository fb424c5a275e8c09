/** `npm run import -- FILE`: reads a workbook, shows what would be created, and creates it unless it is a dry run. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type ProcessName, processNames } from '#src/lists/portfolios.ts'
import { ImportError } from '#src/import/importError.ts'
import { type ImportOptions, type ImportPlan, planImport } from '#src/import/plan.ts'
import { readWorkbook } from '#src/import/workbook.ts'
import { importRefusalText, importSentence, type ImportWordKey } from '#src/text/importWords.ts'
import { demoOrganisation, isOrganisation, knownFrom } from './importOrganisation.ts'
import { jsonRows, reportText } from './importReport.ts'

/** A refusal that is already a sentence for people. */
class Refused extends Error {}

type Options = {
  file: string
  process: ProcessName
  dryRun: boolean
  json: boolean
  sheet?: string
  organisation?: string
}

const oldestNode = 24

try {
  await main()
} catch (error) {
  process.exitCode = 1
  if (error instanceof ImportError) console.error(importRefusalText(error.why, error.detail, 'sv'))
  else if (error instanceof Refused) console.error(error.message)
  else throw error
}

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < oldestNode)
    refuse('report.oldNode', { version: process.versions.node })
  const options = readOptions(process.argv.slice(2))
  const workbook = readWorkbook(new Uint8Array(read(options.file)))
  const replan = (known: Known) =>
    planImport(workbook, {
      process: options.process,
      ...known,
      ...(options.sheet !== undefined && { sheet: options.sheet }),
    })
  const plan = replan(
    knownFrom(organisationOf(options), options.organisation === undefined ? options.process : null),
  )
  const file = basename(options.file)
  const shown = options.dryRun ? plan : await (await importApply())(plan, { file, replan })
  console.log(options.json ? JSON.stringify(jsonRows(shown), null, 2) : reportText(shown, file))
  if (options.dryRun && !options.json) console.log(importSentence('sv', 'report.nothingSaved'))
}

type Known = Pick<ImportOptions, 'units' | 'people' | 'existing'>
type ApplyPlan = (
  plan: ImportPlan,
  options: { file: string; replan: (known: Known) => ImportPlan },
) => Promise<ImportPlan>

/** Writing needs the server's side of the product, which dry runs do without: it knows the units, people and needs that are there. */
async function importApply(): Promise<ApplyPlan> {
  const path = './importApply.ts'
  try {
    const module = (await import(path)) as { applyPlan: ApplyPlan }
    return module.applyPlan
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')
      return refuse('report.notYet')
    throw error
  }
}

function readOptions(given: string[]): Options {
  const { values, positionals } = parse(given)
  const [file] = positionals
  if (file === undefined) return refuse('report.noFile')
  const process = values.process ?? 'behovsprocessen'
  if (!isProcess(process)) return refuse('report.badOption', { detail: `--process ${process}` })
  return {
    file,
    process,
    dryRun: values['dry-run'] ?? false,
    json: values.json ?? false,
    ...(values.sheet !== undefined && { sheet: values.sheet }),
    ...(values.organisation !== undefined && { organisation: values.organisation }),
  }
}

function parse(given: string[]) {
  try {
    return parseArgs({
      args: given,
      allowPositionals: true,
      options: {
        sheet: { type: 'string' },
        process: { type: 'string' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        organisation: { type: 'string' },
      },
    })
  } catch (error) {
    return refuse('report.badOption', { detail: /'([^']+)'/.exec(String(error))?.[1] ?? given.join(' ') })
  }
}

function organisationOf({ organisation }: Options) {
  if (organisation === undefined) return demoOrganisation()
  try {
    const found: unknown = JSON.parse(read(organisation).toString('utf8'))
    if (isOrganisation(found)) return found
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return refuse('report.badOrganisation', { file: organisation })
}

function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return refuse('report.noSuchFile', { file })
  }
}

function isProcess(name: string): name is ProcessName {
  return name in processNames
}

function refuse(key: ImportWordKey, values: Record<string, string> = {}): never {
  const usage = ['report.noFile', 'report.badOption'].includes(key)
    ? `\n${importSentence('sv', 'report.usage')}`
    : ''
  throw new Refused(importSentence('sv', key, values) + usage)
}
