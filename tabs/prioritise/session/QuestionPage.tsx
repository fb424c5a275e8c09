/** One question on one page: what is asked, what it costs and who pays, which days press, who takes it in, and what happens if not. */
import { type ReactNode, useCallback } from 'react'
import { Link } from 'wouter'
import { portfolios } from '#src/lists/portfolios.ts'
import { receptions } from '#src/lists/receptions.ts'
import { initiatives as initiativeList } from '#src/lists/initiatives.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { costSum } from '#src/rules/money/businessCase.ts'
import { yearOf } from '#src/rules/calendar.ts'
import { caseSpan, caseValueOf } from '#src/rules/money/caseValue.ts'
import { shareOf } from '#src/rules/money/financing.ts'
import type { Question } from '#src/rules/prioritising/forumQueue.ts'
import { rateOf } from '#src/rules/money/netValue.ts'
import { inForce } from '#src/rules/meetings/outcomes.ts'
import { receivingOfInitiative } from '#src/rules/pictures/unitLoad.ts'
import { becauseText } from '#src/text/because.ts'
import {
  formatDay,
  formatKr,
  formatKrExact,
  formatList,
  formatMonth,
  formatNumber,
} from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { NextGate } from '../../ui/deciding/NextGate.tsx'
import { useRead } from '../../ui/useRead.ts'
import { useWhole, type Whole } from '../../ui/useWhole.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import styles from './Session.module.css'

type About = Exclude<Question, { kind: 'order' }>

export function QuestionPage({ question }: { question: About }) {
  const words = useWords()
  const { t } = words
  const { today } = useSession()
  const { whole, missing, error, reload } = useWhole(question.initiative.key)
  if (missing) return <p>{t('session.gone')}</p>
  if (error !== undefined && !whole)
    return (
      <p role='alert'>
        {t('refusal.unavailable')}{' '}
        <button type='button' className={styles.button} onClick={() => void reload()}>
          {t('app.retry')}
        </button>
      </p>
    )
  if (!whole) return <Waiting />
  const { initiative } = whole
  const path = `/initiative/${encodeURIComponent(initiative.key)}`
  const because = question.because && becauseText(question.because, words, today)
  return (
    <article className={styles.question}>
      <h2 className={styles.asked}>
        {initiative.number} {initiative.title}
      </h2>
      {because && <p className={styles.lead}>{because}.</p>}
      <dl className={styles.facts}>
        <Costs whole={whole} />
        <Fact name={t('session.legalDay')}>{dayOf(initiative.legalDay)}</Fact>
        <Fact name={t('session.stateGrant')}>{dayOf(initiative.stateGrantDay)}</Fact>
        <Union whole={whole} />
        <Receivers whole={whole} />
        <Conditions whole={whole} />
        <Fact name={t('session.ifNot')}>{initiative.ifNot ?? initiative.consequences}</Fact>
      </dl>
      <NextGate whole={whole} goTo={() => window.open(path, '_self')} />
      <p>
        <Link href={path}>{t('session.toInitiative')}</Link>
      </p>
    </article>
  )

  function dayOf(day: string | undefined) {
    return day && formatDay(day, words.locale, today)
  }
}

/** What nobody has said is said so. */
function Fact({ name, children }: { name: string; children?: ReactNode }) {
  const { t } = useWords()
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children || <span className={styles.quiet}>{t('session.unsaid')}</span>}</dd>
    </div>
  )
}

function Costs({ whole: { initiative, costItems, benefits } }: { whole: Whole }) {
  const { t, word, locale } = useWords()
  const { today, session } = useSession()
  const { projectKr } = costSum(costItems)
  const span = caseSpan(costItems, benefits, yearOf(today))
  const portfolio = useItems(session.data, portfolios).find(({ key }) => key === initiative.portfolio.key)
  const rate = rateOf(portfolio)
  const { years, paid, after, afterKr, net, valued } = caseValueOf(costItems, benefits, { ...span, rate })
  const coarse = initiative.costHighKr ?? initiative.costLowKr
  const shares = initiative.financingShares ?? []
  return (
    <>
      <Fact name={t('session.costNow')}>
        {projectKr > 0 && (
          <>
            <b title={formatKrExact(projectKr, locale)}>{formatKr(projectKr, locale)}</b>{' '}
            {years
              .filter((year) => year.projectKr > 0)
              .map((year) => `${year.year}: ${formatKr(year.projectKr, locale)}`)
              .join(' · ')}
          </>
        )}
        {projectKr === 0 && coarse !== undefined && t('session.coarse', { kr: formatKr(coarse, locale) })}
      </Fact>
      <Fact name={t('session.costAfter')}>
        {after.length > 0 &&
          t('session.perYear', {
            kr: formatKr(afterKr, locale),
            who: formatList(
              after.map(({ financing }) => word('financings', financing)),
              locale,
            ),
          })}
      </Fact>
      <Fact name={t('session.netValue')}>
        {valued.length > 0 &&
          t('session.netOf', {
            kr: formatKr(net.likely, locale),
            percent: formatNumber(Math.round(rate * 1000) / 10, locale),
            until: span.until,
          })}
      </Fact>
      <Fact name={t('session.payers')}>
        {paid.length > 0 &&
          paid.map(({ financing, payers, sumKr }) => (
            <div key={financing}>
              {word('financings', financing)}: {formatKr(sumKr, locale)}
              {payers.length > 0 && ` (${formatList(payers, locale)})`}
            </div>
          ))}
      </Fact>
      {shares.length > 0 && (
        <Fact name={t('session.shares')}>
          {shares.map(({ party, percent }) => (
            <div key={party.key}>
              {t('session.share', {
                party: party.title,
                percent,
                kr: formatKr(shareOf(projectKr, party, initiative), locale),
              })}
            </div>
          ))}
        </Fact>
      )}
    </>
  )
}

function Union({ whole: { initiative } }: { whole: Whole }) {
  const { t, word, label, locale } = useWords()
  const { today } = useSession()
  const { union, unionSteps = [], unionReason } = initiative
  const last = unionSteps.toSorted((a, b) => a.day.localeCompare(b.day)).at(-1)
  return (
    <Fact name={label(initiativeList, 'union')}>
      {union &&
        [
          word('unionStates', union),
          last && `${last.group} ${formatDay(last.day, locale, today)}`,
          union === 'notApplicable' && unionReason,
        ]
          .filter(Boolean)
          .join(' · ') + (union === 'planned' ? ` ${t('session.unionLeft')}` : '')}
    </Fact>
  )
}

function Receivers({ whole: { initiative, preparation } }: { whole: Whole }) {
  const { t, locale } = useWords()
  const { session } = useSession()
  const all = useItems(session.data, initiativeList)
  const { rows } = useRead(
    'receptions',
    useCallback((store: ListReader) => store.all(receptions), []),
    anyOf,
  )
  const found = receivingOfInitiative(initiative.key, {
    receptions: rows ?? [],
    initiatives: all,
    tree: preparation.tree,
  })
  return (
    <Fact name={t('session.receiving')}>
      {found.length > 0 &&
        found.map(({ unit, from, to, over, days, limitDays }) => (
          <div key={unit.key}>
            {t('session.lands', {
              unit: unit.title,
              from: formatMonth(from, locale),
              to: formatMonth(to, locale),
            })}
            {days !== undefined && ` · ${t('session.days', { days })}`}
            {over.length > 0 && (
              <b>
                {' '}
                ▲{' '}
                {t('session.overfull', {
                  months: formatList(
                    over.map(({ month }) => formatMonth(month, locale)),
                    locale,
                  ),
                  days: limitDays ?? 0,
                })}
              </b>
            )}
          </div>
        ))}
    </Fact>
  )
}

const anyOf = () => true

/** Of go-aheads that no later decision has replaced. */
function Conditions({ whole: { decisions } }: { whole: Whole }) {
  const { t } = useWords()
  const open = inForce(decisions).filter(({ conditions }) => conditions)
  return (
    <Fact name={t('session.conditions')}>
      {open.length === 0
        ? t('session.noConditions')
        : open.map(({ key, number, conditions }) => (
            <div key={key}>
              {number}: {conditions}
            </div>
          ))}
    </Fact>
  )
}
