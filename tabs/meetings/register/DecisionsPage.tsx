/** The register of decisions: every decision of every forum and post, found as you type, each with a link of its own. */
import { useDeferredValue, useMemo, useRef } from 'react'
import { createPortal } from 'react-dom'
import { Link } from 'wouter'
import { type RegisterEntry, type RegisterFilter, searchRegister } from '#src/rules/deciding/register.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { Page } from '../../ui/Page.tsx'
import { usePrinting } from '../../ui/table/usePrinting.ts'
import { Unread } from '../../ui/Unread.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { DecisionDetail } from './DecisionDetail.tsx'
import { DecisionTable } from './DecisionTable.tsx'
import { ExportDecisions } from './ExportDecisions.tsx'
import { PrintDecisions } from './PrintDecisions.tsx'
import { useRegisterAsked } from './registerAddress.ts'
import { RegisterFilters } from './RegisterFilters.tsx'
import { useRegister } from '../../ui/register/useRegister.ts'
import styles from './Decisions.module.css'
import common from '../Parts.module.css'

const NONE: readonly RegisterEntry[] = []

export function DecisionsPage() {
  const { t, locale } = useWords()
  const { asked, change, clear, open } = useRegisterAsked()
  const { entries = NONE, waiting, arriving, status, error, reload } = useRegister(asked.key)
  const filter = useDeferredValue(asked.filter)
  const shown = useMemo(() => searchRegister(entries, filter), [entries, filter])
  const opened = entries.find(({ decision }) => decision.key === asked.key)
  const printing = usePrinting()
  const list = useRef<HTMLDivElement>(null)
  const close = () => {
    const row = list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(asked.key ?? '')}"]`)
    open(undefined)
    // The list may be out of sight until the decision is closed.
    requestAnimationFrame(() => (row?.isConnected ? row : list.current)?.focus())
  }
  const isHere = entries.length > 0 || !arriving
  return (
    <Page
      fills
      title={t('decisions.title')}
      tools={
        <>
          <ExportDecisions entries={shown} disabled={arriving} />
          <Link className={common.link} href='/meetings'>
            {t('actions.toMeetings')}
          </Link>
        </>
      }
    >
      <RegisterFilters entries={entries} asked={asked} change={change} clear={clear} />
      {error !== undefined && (
        <Unread about={t('decisions.notRead')} reload={reload} className={common.notice} />
      )}
      {status.unreadable > 0 && (
        <p className={common.notice}>{t('decisions.unreadable', { count: status.unreadable })}</p>
      )}
      {!isHere && error === undefined && <Waiting />}
      {isHere && (
        <p role='status' className={styles.count}>
          {t(arriving ? 'decisions.arriving' : 'decisions.shown', {
            shown: formatNumber(shown.length, locale),
            total: formatNumber(entries.length, locale),
          })}
        </p>
      )}
      {isHere && (
        <div className={styles.split} data-open={asked.key !== undefined}>
          <div ref={list} tabIndex={-1} className={styles.list}>
            {entries.length === 0 && error === undefined ? (
              <p className={styles.empty}>{t('decisions.empty')}</p>
            ) : (
              <DecisionTable key={viewOf(filter)} entries={shown} openKey={asked.key} open={open} />
            )}
          </div>
          {asked.key !== undefined && (
            <DecisionDetail
              key={asked.key}
              entry={opened}
              entries={entries}
              item={opened?.decision.item && waiting.get(opened.decision.item.key)}
              arriving={arriving}
              filter={asked.filter}
              close={close}
            />
          )}
        </div>
      )}
      {printing &&
        asked.key === undefined &&
        createPortal(<PrintDecisions entries={shown} filter={filter} />, document.body)}
    </Page>
  )
}

/** Another set of decisions is read from its beginning. */
const viewOf = (filter: RegisterFilter) => JSON.stringify(filter)
