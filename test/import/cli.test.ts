/** `npm run import -- FILE` as a person or another program runs it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { aWorkbook } from '#test/fixtures/workbook.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'samstyr-import-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...options: string[]) =>
  spawnSync(join(root, 'node_modules/.bin/node'), ['scripts/import.ts', ...options], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: root },
  })
const fileOf = (name: string, content: Uint8Array | string) => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

describe('the import command', () => {
  it('prints one object for each row that is created, and nothing else', () => {
    const { stdout, stderr, status } = run('scripts/demo/behov-2024.xlsx', '--dry-run', '--json')
    const rows = JSON.parse(stdout) as Record<string, unknown>[]
    expect([status, stderr, rows.length]).toEqual([0, '', 89])
    expect(rows[2]).toEqual({
      row: 6,
      title: 'Läkemedelsrobotar i hemmet',
      unit: 'Hemtjänst',
      stage: 'Beredning',
      costLowKr: 150_000,
      costHighKr: 300_000,
      legal: 'no',
      start: '2024-Q2',
      warnings: expect.arrayContaining([
        expect.stringContaining('sammanfogade celler från rad 4'),
      ]) as unknown,
    })
  })

  it('reports in Swedish what it makes of columns, rows and sums', () => {
    const { stdout, status } = run('scripts/demo/behov-2024.xlsx', '--dry-run', '--sheet', 'behov')
    expect(status).toBe(0)
    for (const words of [
      '89 behov (rubriker på rad 3)',
      'Kolumn O ”Gammal prio” är dold',
      'summarad: Summa',
      'inget har sparats',
    ])
      expect(stdout).toContain(words)
  })

  it('knows the units of a given organisation, and keeps an unknown unit as text', () => {
    const rows = [
      ['Titel', 'Avdelning', 'Fas'],
      ['Larm', 'NX', 'idé'],
      ['Lås', 'Okänd', 'idé'],
      ['Karta', null, 'idé'],
    ]
    const book = fileOf('bok.xlsx', aWorkbook([{ name: 'A', rows }]))
    const organisation = fileOf(
      'org.json',
      JSON.stringify({ units: [{ id: 'u', name: 'Nya enheten', short: 'NX' }], persons: [] }),
    )
    const { stdout } = run(book, '--dry-run', '--json', '--organisation', organisation)
    expect((JSON.parse(stdout) as { unit: string | null }[]).map(({ unit }) => unit)).toEqual([
      'Nya enheten',
      'Okänd',
      null,
    ])
  })

  it.each([
    { says: 'no file', options: [], sentence: 'Ange en fil' },
    { says: 'an unknown option', options: ['--snabbt'], sentence: 'Okänt val: --snabbt' },
    {
      says: 'an unknown process',
      options: ['x.xlsx', '--process', 'annan'],
      sentence: 'Okänt val: --process annan',
    },
    {
      says: 'a file that is not there',
      options: ['finns-inte.xlsx'],
      sentence: 'Filen finns-inte.xlsx finns inte',
    },
    {
      says: 'a file that is no workbook',
      options: ['package.json', '--dry-run'],
      sentence: 'Filen är inget kalkylblad',
    },
    {
      says: 'a sheet that is not there',
      options: ['scripts/demo/behov-2024.xlsx', '--sheet', 'X'],
      sentence: 'Bladen heter: Behov, Blad2, Blad3',
    },
    {
      says: 'an organisation that is none',
      options: ['scripts/demo/behov-2024.xlsx', '--dry-run', '--organisation', 'package.json'],
      sentence: 'beskriver ingen organisation',
    },
  ])('refuses $says with a sentence and exit code 1', ({ options, sentence }) => {
    const { stdout, stderr, status } = run(...options)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(sentence)
    expect(stderr).not.toContain('    at ')
  })
})
