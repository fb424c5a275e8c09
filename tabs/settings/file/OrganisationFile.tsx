/** The organisation out to Excel and in again: what would change is shown row by row before anything is saved. */
import { Button } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { PlannedRow } from '#src/import/organisation/plan.ts'
import { committees, forums, mandates, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { Organisation } from '#src/rules/organisation/organising.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { refusalText } from '#src/text/refusals.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import styles from '../Settings.module.css'
import { organisationWorkbook } from './organisationWorkbook.ts'
import { Plan } from './Plan.tsx'
import { type Read, readFile } from './readFile.ts'

type State =
  | { at: 'start'; said?: string }
  | { at: 'busy'; said: string }
  | { at: 'planned'; read: Read }
  | { at: 'saved'; done: number; left: { row: PlannedRow; refusals: Refusal[] }[]; stopped: boolean }

export function OrganisationFile({ mayEdit }: { mayEdit: boolean }) {
  const words = useWords()
  const { t } = words
  const { session } = useSession()
  const now = useOrganisation()
  const [state, setState] = useState<State>({ at: 'start' })
  const input = useRef<HTMLInputElement>(null)

  const choose = async (file: File | undefined) => {
    if (!file) return
    setState({ at: 'busy', said: t('settings.reading') })
    try {
      const read = await readFile(file, now, session.data, (count) =>
        setState({ at: 'busy', said: t('settings.looking', { count }) }),
      )
      setState({ at: 'planned', read })
    } catch {
      setState({ at: 'start', said: t('refusal.unavailable') })
    }
  }
  /** In order, one by one: rows that others point at must be there first. Saved again, a row is saved once. */
  const apply = async (rows: readonly PlannedRow[]) => {
    const left: { row: PlannedRow; refusals: Refusal[] }[] = []
    let done = 0
    for (const row of rows) {
      setState({ at: 'busy', said: t('settings.applying', { done, count: rows.length }) })
      const { list, key, changes, base } = row
      const answer = await session.acting.act('saveOrganisation', { list, row: key, changes, base })
      if ('waiting' in answer) return setState({ at: 'saved', done, left, stopped: true })
      if ('refusals' in answer) left.push({ row, refusals: answer.refusals })
      else done++
    }
    setState({ at: 'saved', done, left, stopped: false })
  }
  const download = () => {
    const url = URL.createObjectURL(
      new Blob([organisationWorkbook(now) as Uint8Array<ArrayBuffer>], {
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      }),
    )
    const link = document.createElement('a')
    link.href = url
    link.download = 'organisation.xlsx'
    link.click()
    URL.revokeObjectURL(url)
  }
  const busy = state.at === 'busy'
  return (
    <section aria-labelledby='part-title'>
      <h2 id='part-title'>{t('settings.file')}</h2>
      <p className={styles.quiet}>{t('settings.fileAbout')}</p>
      <div className={styles.actions}>
        <Button onClick={download}>{t('settings.download')}</Button>
        {mayEdit && (
          <>
            <input
              ref={input}
              type='file'
              accept='.xlsx'
              hidden
              aria-label={t('settings.choose')}
              onChange={({ currentTarget }) => {
                void choose(currentTarget.files?.[0])
                // The same file may be chosen again after it was mended.
                currentTarget.value = ''
              }}
            />
            <Button appearance='primary' disabledFocusable={busy} onClick={() => input.current?.click()}>
              {t('settings.choose')}
            </Button>
          </>
        )}
      </div>
      <p role='status'>
        {state.at === 'busy' || state.at === 'start' ? state.said : ''}
        {state.at === 'saved' && savedText(state)}
      </p>
      {state.at === 'planned' && 'refused' in state.read && <p role='alert'>{t('settings.fileRefused')}</p>}
      {state.at === 'planned' && 'plan' in state.read && (
        <Plan plan={state.read.plan} apply={(rows) => void apply(rows)} />
      )}
      {state.at === 'saved' && (
        <ul>
          {state.left.map(({ row, refusals }) => (
            <li key={row.key}>
              <b>{row.title}</b> {refusals.map((refusal) => refusalText(refusal, words)).join(' ')}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
  function savedText({ done, left, stopped }: Extract<State, { at: 'saved' }>) {
    if (stopped) return t('settings.stopped', { done })
    return left.length > 0
      ? t('settings.appliedSome', { done, failed: left.length })
      : t('settings.applied', { done })
  }
}

function useOrganisation(): Organisation {
  const { data } = useSession().session
  return {
    committees: useItems(data, committees),
    units: useItems(data, units),
    people: useItems(data, people),
    forums: useItems(data, forums),
    mandates: useItems(data, mandates),
    portfolios: useItems(data, portfolios),
  }
}
