/** One decision of the register: what was decided, by whom and where, how far it has come, and what it replaced or was replaced by. */
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { decisions } from '#src/lists/decisions.ts'
import type { AgendaItem } from '#src/lists/meetings.ts'
import { whyNotCarriedOut } from '#src/rules/meetings/itemDecision.ts'
import { chainOf, type RegisterEntry, type RegisterFilter } from '#src/rules/deciding/register.ts'
import { formatDay, formatKrExact } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { Chain } from './Chain.tsx'
import { CopyLink } from './CopyLink.tsx'
import { registerPath } from './registerAddress.ts'
import { carriedText, nameText, outcomeText } from './sayings.ts'
import { type Fact, Facts } from '../Facts.tsx'
import styles from './Decisions.module.css'
import buttons from '../../ui/Buttons.module.css'
import common from '../Parts.module.css'

export function DecisionDetail({
  entry,
  entries,
  item,
  arriving,
  filter,
  close,
}: {
  /** `undefined` when it isn't in the register, or hasn't come yet. */
  entry: RegisterEntry | undefined
  entries: readonly RegisterEntry[]
  /** Of what waits to be carried out. */
  item: AgendaItem | undefined
  arriving: boolean
  filter: RegisterFilter
  close: () => void
}) {
  const words = useWords()
  const { t } = words
  const heading = useRef<HTMLHeadingElement>(null)
  const isHere = entry !== undefined
  useEffect(() => {
    if (isHere) heading.current?.focus()
  }, [isHere])
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  useEffect(() => {
    // Also from the list beside it; what is written in the search is emptied by the same key first.
    const onKey = ({ key, target }: KeyboardEvent) => {
      if (key === 'Escape' && !(target instanceof HTMLInputElement)) latest.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <section className={styles.detail} aria-labelledby='decision-open'>
      <div className={styles.detailHead}>
        <h2 id='decision-open' ref={heading} tabIndex={-1}>
          {entry ? nameText(entry, words) : t(arriving ? 'decisions.coming' : 'decisions.gone')}
        </h2>
        <div className={`${styles.detailTools} no-print`}>
          {entry && (
            <CopyLink
              route={registerPath({ key: entry.decision.key })}
              label={`${t('decisions.title')} ${nameText(entry, words)}`}
            />
          )}
          <button type='button' className={buttons.button} onClick={close}>
            {t('decisions.close')}
          </button>
        </div>
      </div>
      {!entry && !arriving && <p>{t('decisions.goneWhy')}</p>}
      {entry && (
        <>
          <p className={styles.lead}>
            <b>{outcomeText(entry, words)}</b>{' '}
            <span className={styles.carried}>{carriedText(entry, words)}</span>
          </p>
          <p className={styles.wording}>{entry.decision.wording}</p>
          {entry.carrying === 'waiting' && <p className={common.notice}>{t('decisions.waits')}</p>}
          {entry.carrying === 'refused' && (
            <div className={common.notice}>
              {t('decisions.refused')}
              <Refusals refusals={whyNotCarriedOut(item ?? {})} />
            </div>
          )}
          <DecisionFacts entry={entry} filter={filter} />
          <Chain entry={entry} chain={chainOf(entry, entries)} filter={filter} />
        </>
      )}
    </section>
  )
}

function DecisionFacts({
  entry: { decision, initiative, name },
  filter,
}: {
  entry: RegisterEntry
  filter: RegisterFilter
}) {
  const { t, word, label, locale } = useWords()
  const { today } = useSession()
  const { meeting, forum, also = [], amountKr, totalKr } = decision
  const by = [decision.post, decision.decidedBy.name].filter(Boolean).join(' ')
  const facts: Fact[] = [
    { title: t('decisionColumn.day'), value: formatDay(decision.decidedOn, locale, today) },
    {
      title: t('decisions.by'),
      value: decision.actingFor
        ? `${by} (${t('decisions.actingFor', { who: decision.actingFor.name })})`
        : by,
    },
    {
      title: t('decisions.forum'),
      value: forum && <Link href={registerPath({ filter: { forum: forum.key } })}>{forum.title}</Link>,
    },
    {
      title: t('decisions.meeting'),
      value: meeting && (
        <Link href={`/meeting/${encodeURIComponent(meeting.key)}?part=minutes`}>{meeting.title}</Link>
      ),
    },
    {
      title: t('decisions.initiative'),
      value: initiative && (
        <>
          <Link href={`/initiative/${encodeURIComponent(initiative.key)}`}>
            {`${initiative.number} ${initiative.title}`.trim()}
          </Link>
          {filter.initiative !== initiative.key && (
            <>
              {' · '}
              <Link href={registerPath({ filter: { initiative: initiative.key } })}>
                {t('decisions.allAbout')}
              </Link>
            </>
          )}
        </>
      ),
    },
    {
      title: label(decisions, 'also'),
      value:
        also.length > 0 &&
        also.map(({ key, title }) => (
          <div key={key}>
            <Link href={`/initiative/${encodeURIComponent(key)}`}>{title}</Link>
          </div>
        )),
    },
    { title: label(decisions, 'grounds'), value: decision.grounds },
    { title: label(decisions, 'conditions'), value: decision.conditions },
    {
      title: label(decisions, 'amountKr'),
      value:
        amountKr !== undefined &&
        [formatKrExact(amountKr, locale), totalKr !== undefined && formatKrExact(totalKr, locale)]
          .filter(Boolean)
          .join(' / '),
    },
    { title: label(decisions, 'party'), value: decision.party?.title },
    { title: label(decisions, 'raisedTo'), value: decision.raisedTo?.title },
    {
      title: label(decisions, 'conflicted'),
      value: decision.conflicted?.map((person) => person.name).join(', '),
    },
    { title: label(decisions, 'recordedBy'), value: decision.recordedBy?.name },
    { title: label(decisions, 'kind'), value: decision.number && word('decisionKinds', decision.kind) },
    { title: label(decisions, 'caseNumber'), value: decision.caseNumber },
    { title: label(decisions, 'number'), value: decision.number !== name && decision.number },
  ]
  return <Facts facts={facts} className={styles.facts} />
}
