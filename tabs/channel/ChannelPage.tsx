/** The tab of a channel or a meeting: the same for everyone in it, so nothing of anybody's own. */
import { lazy, Suspense, useMemo } from 'react'
import { Link, Redirect } from 'wouter'
import { initiatives, type Initiative } from '#src/lists/initiatives.ts'
import { forums, mandates, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { daysBetween } from '#src/rules/calendar.ts'
import { channelView, type Subject, subjectOf } from '#src/rules/organisation/channel.ts'
import { processOf, stagesOf } from '#src/rules/processes.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { formatNumber } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems, useStatus } from '../data.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { wayBackTo } from '../start.ts'
import { usePanel } from '../ui/usePanel.ts'
import { Waiting } from '../ui/Waiting.tsx'
import styles from './Channel.module.css'

const NextMeeting = lazy(() => import('./NextMeeting.tsx').then((m) => ({ default: m.NextMeeting })))

const MOST = 10

export function ChannelPage({ id }: { id: string }) {
  const { t } = useWords()
  const { session, today } = useSession()
  const { data } = session
  const status = useStatus(data)
  const panel = usePanel()
  const all = useItems(data, initiatives)
  const posts = useItems(data, mandates)
  const folios = useItems(data, portfolios)
  const places = useItems(data, units)
  const bodies = useItems(data, forums)
  const subject = useMemo(() => subjectOf(id), [id])
  const view = useMemo(
    () =>
      subject &&
      channelView(subject, all, { mandates: posts, portfolios: folios, tree: treeOf(places), today }),
    [subject, all, posts, folios, places, today],
  )
  const rows = { portfolio: folios, department: places, forum: bodies }
  const named = subject && rows[subject.kind].find(({ key }) => key === subject.key)
  if (all.length === 0 && status.phase !== 'ready' && status.phase !== 'failed') return <Waiting />
  if (!subject || !view || !named)
    return (
      <Page title={t('channel.title')}>
        <p>{t('channel.gone')}</p>
      </Page>
    )
  // Beside the call the meeting itself is what people are there for.
  if (panel && subject.kind === 'forum')
    return <Redirect to={`/panel/${encodeURIComponent(subject.key)}`} replace />
  const table = tableOf(subject, named)
  return (
    <Page
      title={named.title}
      tools={
        <>
          {subject.kind === 'department' && (
            <Link
              className={styles.link}
              href={`/department/${encodeURIComponent(subject.key)}`}
              state={wayBackTo(window.location.pathname)}
            >
              {t('channel.toDepartment')}
            </Link>
          )}
          {table && (
            <Link className={styles.link} href={table}>
              {t('channel.table')}
            </Link>
          )}
        </>
      }
    >
      {subject.kind === 'forum' && (
        <Suspense fallback={null}>
          <NextMeeting forum={subject.key} />
        </Suspense>
      )}
      <Funnel rows={view.own} table={table} />
      <List
        title={t(subject.kind === 'forum' ? 'channel.beforeForum' : 'channel.before')}
        rows={view.before}
        empty={t('channel.nothingBefore')}
      />
      <List title={t('channel.recent')} rows={view.recent} empty={t('channel.nothingRecent')} />
    </Page>
  )
}

/** How many stand in each stage; each number leads to them where the table has a filter for the subject. */
function Funnel({ rows, table }: { rows: readonly Initiative[]; table: string | undefined }) {
  const { t, word, locale } = useWords()
  const { session } = useSession()
  const folios = useItems(session.data, portfolios)
  const active = rows.filter(({ state, external }) => state === 'active' && !external)
  const processes = new Set(rows.map((row) => processOf(row, folios)))
  const stages = [...new Set([...processes].flatMap((process) => stagesOf(process)))]
  if (rows.length === 0) return <p>{t('channel.empty')}</p>
  return (
    <table className={styles.funnel}>
      <caption>{t('channel.stages', { count: formatNumber(rows.length, locale) })}</caption>
      <thead>
        <tr>
          {stages.map((stage) => (
            <th key={stage} scope='col'>
              {word('stages', stage)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {stages.map((stage) => {
            const count = active.filter((row) => row.stage === stage).length
            return (
              <td key={stage} data-label={word('stages', stage)}>
                {count > 0 && table ? (
                  <Link className={styles.link} href={`${table}&stage=${stage}&state=active&external=no`}>
                    {formatNumber(count, locale)}
                  </Link>
                ) : (
                  formatNumber(count, locale)
                )}
              </td>
            )
          })}
        </tr>
      </tbody>
    </table>
  )
}

function List({ title, rows, empty }: { title: string; rows: readonly Initiative[]; empty: string }) {
  const { t, word, locale } = useWords()
  const { today } = useSession()
  return (
    <section className={styles.section}>
      <h2>
        {title}
        {rows.length > 0 && <span className={styles.quiet}> {formatNumber(rows.length, locale)}</span>}
      </h2>
      {rows.length === 0 && <p className={styles.quiet}>{empty}</p>}
      <ul className={styles.rows}>
        {rows.slice(0, MOST).map((row) => (
          <li key={row.key}>
            <Link
              className={styles.link}
              href={`/initiative/${encodeURIComponent(row.key)}`}
              state={wayBackTo(window.location.pathname)}
            >
              {row.number} {row.title}
            </Link>
            <span className={styles.quiet}>
              {word('stages', row.stage)}
              {row.stageSince &&
                ` · ${t('channel.days', { days: Math.max(0, daysBetween(row.stageSince, today)) })}`}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > MOST && (
        <p className={styles.quiet}>
          {t('channel.more', { count: formatNumber(rows.length - MOST, locale) })}
        </p>
      )}
    </section>
  )
}

/** The table filtered to the subject: departments go by name there, as people choose them. */
function tableOf({ kind, key }: Subject, named: { title: string; kind?: unknown }): string | undefined {
  if (kind === 'portfolio') return `/portfolio?portfolio=${encodeURIComponent(key)}`
  if (kind !== 'department' || named.kind !== 'department') return undefined
  return `/portfolio?department=${encodeURIComponent(named.title)}`
}
