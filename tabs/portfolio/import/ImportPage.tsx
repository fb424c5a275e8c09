/** Importera: a workbook is chosen, read, looked through row by row, and then saved. Nothing is saved before. */
import { useEffect, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { initiatives } from '#src/lists/initiatives.ts'
import { people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { importedRows } from '#src/import/toRows.ts'
import { limits } from '#src/import/zip.ts'
import { may } from '#src/rules/permissions.ts'
import { importRefusalText } from '#src/text/importWords.ts'
import type { Words } from '#src/text/words.ts'
import { useSession } from '../../context.ts'
import { useItems, useStatus } from '../../data.ts'
import { useWords } from '../../language.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { useDraft } from './draft.ts'
import { FileChoice } from './FileChoice.tsx'
import { existingIn, knownPeople, knownUnits, nearestPortfolio, takenNumbers } from './known.ts'
import { Outcome } from './Outcome.tsx'
import { pastedFile } from './pastedFile.ts'
import type { Failure } from './planner.ts'
import { Review } from './Review.tsx'
import { SaveBar } from './SaveBar.tsx'
import { RecentImports } from './RecentImports.tsx'
import { batchName, fingerprint, startSaving } from './saving.ts'
import { usePaste } from './usePaste.ts'
import { usePlan } from './usePlan.ts'
import styles from './Import.module.css'

type Trouble = Failure | { why: 'unreadable' | 'oneFile' | 'pastedNothing' }

export function ImportPage() {
  const words = useWords()
  const { t } = words
  const { session, today } = useSession()
  const { data } = session
  const status = useStatus(data)
  const all = useItems(data, initiatives)
  const unitRows = useItems(data, units)
  const peopleRows = useItems(data, people)
  const portfolioRows = useItems(data, portfolios)
  const { draft, change, clear } = useDraft(session)
  const { file, sheet, mapping, saving } = draft
  const [trouble, setTrouble] = useState<Trouble>()

  const mine = peopleRows.filter(({ person }) => person.id === session.person.id)
  const mayImport = may('import', { id: session.person.id, roles: mine.flatMap(({ roles }) => roles ?? []) })
  const portfolio =
    portfolioRows.find(({ key }) => key === draft.portfolio) ??
    nearestPortfolio(portfolioRows, unitRows, mine[0])
  const options = useMemo(
    () =>
      portfolio && {
        process: portfolio.process,
        units: knownUnits(unitRows),
        people: knownPeople(peopleRows),
        existing: existingIn(portfolio.key, all),
        mapping,
        ...(sheet !== undefined && { sheet }),
      },
    [portfolio, unitRows, peopleRows, all, mapping, sheet],
  )
  const { plan, failure, reading } = usePlan(saving ? undefined : file?.bytes, options)
  const count = useMemo(() => plan?.rows.filter(({ action }) => action === 'create').length ?? 0, [plan])

  useEffect(
    () => () => {
      if (saving?.progress().phase === 'finished') clear()
    },
    [saving, clear],
  )

  async function take(name: string, bytes: Uint8Array<ArrayBuffer>) {
    setTrouble(undefined)
    change({ file: { name, bytes, mark: await fingerprint(bytes) }, sheet: undefined, mapping: {} })
  }
  usePaste((text) => {
    if (saving) return
    void pastedFile(text, t('import.pasted')).then((pasted) => {
      setTrouble(pasted ? undefined : { why: 'pastedNothing' })
      if (pasted) change({ file: pasted, sheet: undefined, mapping: {} })
    })
  })

  async function choose(files: File[]) {
    const [picked] = files
    if (!picked || saving) return
    if (files.length > 1) return setTrouble({ why: 'oneFile' })
    // Not even brought into memory.
    if (picked.size > limits.fileBytes) return setTrouble({ why: 'refused', refusal: 'tooLarge' })
    try {
      await take(picked.name, new Uint8Array(await picked.arrayBuffer()))
    } catch {
      // Another program holds the file, or it was moved since it was chosen.
      setTrouble({ why: 'unreadable' })
    }
  }

  if (portfolioRows.length === 0 && status.phase !== 'ready' && status.phase !== 'failed') return <Waiting />
  const back = (
    <Link href='/portfolio' className={styles.link}>
      {t('app.back')}
    </Link>
  )
  if (saving)
    return (
      <Page title={t('import.title')} tools={back}>
        <Outcome saving={saving} again={clear} />
      </Page>
    )
  const wrong = trouble ?? (reading ? undefined : failure)
  const ready = plan !== undefined && failure === undefined
  return (
    <Page title={t('import.title')} tools={back}>
      {!file && <p className={styles.help}>{t('import.intro')}</p>}
      {!mayImport && <p className={styles.notice}>{t('import.notAllowed')}</p>}
      {portfolioRows.length === 0 && <p className={styles.notice}>{t('import.noPortfolio')}</p>}
      <div className={styles.choices}>
        <FileChoice name={file?.name} choose={(files) => void choose(files)} />
        {file && plan && (
          <Choice
            label={t('import.sheet')}
            value={sheet ?? plan.sheet}
            options={plan.sheets.map((name) => ({ value: name, text: name }))}
            named='above'
            choose={(name) => change({ sheet: name, mapping: {} })}
          />
        )}
        {file && portfolio && (
          <Choice
            label={t('import.portfolio')}
            value={portfolio.key}
            options={portfolioRows.map(({ key, title }) => ({ value: key, text: title }))}
            named='above'
            choose={(key) => change({ portfolio: key })}
          />
        )}
      </div>
      {wrong && (
        <p role='alert' className={styles.wrong}>
          {troubleText(wrong, words)}
        </p>
      )}
      {!file && <p className={styles.help}>{t('import.paste')}</p>}
      {!file && mayImport && <RecentImports />}
      <SaveBar
        reading={reading ? file?.name : undefined}
        plan={ready ? plan : undefined}
        count={count}
        {...(mayImport &&
          file &&
          plan &&
          portfolio && {
            save: () => {
              const before = all.filter((row) => row.portfolio.key === portfolio.key)
              change({
                saving: startSaving(session, {
                  mark: file.mark,
                  batch: batchName(
                    today,
                    file.name,
                    file.mark,
                    before.map(({ importBatch }) => importBatch),
                  ),
                  portfolio: portfolio.key,
                  rows: importedRows(plan, takenNumbers(portfolio, all, today)),
                  total: count,
                }),
              })
            },
          })}
      />
      {file && plan && (sheet === undefined || sheet === plan.sheet) && (
        <Review
          key={`${file.mark} ${plan.sheet}`}
          plan={plan}
          rowsShown={ready}
          mapping={mapping}
          map={(next) => change({ mapping: next })}
        />
      )}
    </Page>
  )
}

function troubleText(trouble: Trouble, { t, locale }: Words): string {
  return trouble.why === 'refused'
    ? importRefusalText(trouble.refusal, trouble.detail, locale)
    : t(`import.${trouble.why}`)
}
