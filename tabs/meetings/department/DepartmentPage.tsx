/** A department on one page, on screen and on A4: what has changed since its last dialogue, what runs, and what waits. */
import { useState } from 'react'
import { Link } from 'wouter'
import { formatDay } from '#src/text/format.ts'
import { whenAndWhere } from '#src/text/formatTime.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Page } from '../../ui/Page.tsx'
import { Unread } from '../../ui/Unread.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { Actions } from './Actions.tsx'
import { nextOf } from './around.ts'
import { Changes } from './Changes.tsx'
import { Decided } from './Decided.tsx'
import { Funnel } from './Funnel.tsx'
import { Gates } from './Gates.tsx'
import { Receiving } from './Receiving.tsx'
import { Running } from './Running.tsx'
import { Summary } from './Summary.tsx'
import { type Department, useDepartment } from './useDepartment.ts'
import { ShownConfidential } from '../ShownConfidential.tsx'
import buttons from '../../ui/Buttons.module.css'
import common from '../Parts.module.css'
import styles from './Department.module.css'

export function DepartmentPage({ id }: { id: string }) {
  const { t } = useWords()
  const [withConfidential, setWith] = useState(false)
  const department = useDepartment(id, withConfidential)
  const { unit, forum, state, confidential, missing, error, reload } = department
  if (missing)
    return (
      <Page title={t('department.gone')}>
        <p>{t('department.goneWhy')}</p>
        <Link className={common.link} href='/meetings'>
          {t('actions.toMeetings')}
        </Link>
      </Page>
    )
  if (!unit) return <Waiting />
  return (
    <Page
      title={t('department.title', { unit: unit.title })}
      tools={
        <span className={`${common.acts} ${styles.tools} no-print`}>
          <button type='button' className={buttons.button} onClick={() => window.print()}>
            {t('decisions.print')}
          </button>
          {forum && (
            <Link className={common.link} href={`/forum/${encodeURIComponent(forum.key)}`}>
              {forum.title}
            </Link>
          )}
          {unit.kind === 'department' && (
            <Link className={common.link} href={`/portfolio?department=${encodeURIComponent(unit.title)}`}>
              {t('department.table')}
            </Link>
          )}
        </span>
      }
    >
      {error !== undefined && <Unread reload={reload} className={common.notice} />}
      {!state && error === undefined && <Waiting />}
      {state && (
        <div className={styles.department}>
          <Since department={department} />
          <ShownConfidential count={confidential} shown={withConfidential} show={setWith} />
          <Funnel stages={state.stages} sum={state.sum} unit={unit} />
          <div className={styles.columns}>
            <Changes changes={state.changes} since={state.since} />
            <Running running={state.running} />
            <Gates gates={state.gates} />
            <Actions actions={state.actions} hasForum={forum !== undefined} />
            <Decided decisions={state.decisions} since={state.since} />
            <Receiving receiving={state.receiving} />
          </div>
          <Summary department={department} />
        </div>
      )}
    </Page>
  )
}

/** What the page is counted from, and when the department meets next. */
function Since({ department: { state, rows, forum } }: { department: Department }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  if (!state) return null
  const day = formatDay(state.since, locale, today)
  const next = nextOf(rows?.meetings ?? [], today)
  return (
    <p className={styles.lead}>
      {formatDay(today, locale, '')} ·{' '}
      {state.last ? t('department.sinceDialogue', { day }) : t('department.sinceMonth', { day })}
      {forum && (
        <>
          {' · '}
          {next ? (
            <>
              {t('department.next')}{' '}
              <Link className={common.link} href={`/meeting/${encodeURIComponent(next.key)}`}>
                {whenAndWhere(next, locale, { today })}
              </Link>
            </>
          ) : (
            t('department.noNext')
          )}
        </>
      )}
    </p>
  )
}
