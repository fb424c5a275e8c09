/** One matter of a brief: what is asked, what it costs, who stands where, and what came of it. */
import { Link } from 'wouter'
import { itemKinds, itemOutcomes } from '#src/lists/meetings.ts'
import type { Unit } from '#src/lists/organisation.ts'
import type { BriefCost, BriefMatter } from '#src/rules/meetings/brief.ts'
import { formatDay, formatKr, formatKrRange } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { type Fact, Facts } from '../Facts.tsx'
import common from '../Parts.module.css'
import { PositionEdit } from './PositionEdit.tsx'
import styles from './Brief.module.css'

export function Matter({
  matter,
  number,
  unit,
  mayState,
}: {
  matter: BriefMatter
  number: number
  /** The administration that the brief is for. */
  unit: Unit
  mayState: boolean
}) {
  const words = useWords()
  const { t, word, locale } = words
  const { today } = useSession()
  const { item, initiative, gate, position, cost } = matter
  const isTreated = item.state === 'treated'
  const facts: Fact[] = [
    { title: t('brief.asked'), value: askedText(matter, words) },
    {
      title: t('brief.initiative'),
      value: initiative && (
        <>
          <Link className={common.link} href={`/initiative/${encodeURIComponent(initiative.key)}`}>
            {initiative.number} {initiative.title}
          </Link>{' '}
          <span className={common.quiet}>{word('stages', initiative.stage)}</span>
        </>
      ),
    },
    { title: t('brief.cost'), value: initiative && costText(cost, words) },
    {
      title: t('brief.legal'),
      value:
        initiative?.legal === 'yes' &&
        (initiative.legalDay
          ? t('brief.legalFrom', { day: formatDay(initiative.legalDay, locale, today) })
          : t('brief.legalNoDay')),
    },
    { title: t('brief.supports'), value: initiative && <Supports matter={matter} /> },
    { title: t('brief.said'), value: initiative && <Said matter={matter} /> },
  ]
  return (
    <section className={styles.matter} aria-labelledby={`matter-${item.key}`}>
      <h2 id={`matter-${item.key}`}>
        {number}. {item.title}{' '}
        <span className={common.quiet}>
          {gate ? word('decisionMatters', gate) : words.of(itemKinds, item.kind)}
        </span>
      </h2>
      <Facts facts={facts} className={styles.facts} />
      {item.material && item.material.length > 0 && (
        <p className={styles.material}>
          {t('brief.material')}{' '}
          {item.material.map(({ name, url }) =>
            url ? (
              <a key={name} className={common.link} href={url} target='_blank' rel='noreferrer'>
                {name}
              </a>
            ) : (
              <span key={name}>{name}</span>
            ),
          )}
        </p>
      )}
      <PositionEdit
        key={`${unit.key} position`}
        column='position'
        item={item}
        unit={unit}
        position={position}
        mayState={mayState && !isTreated}
      />
      {isTreated && (
        <div className={styles.outcome}>
          <h3>{t('brief.outcome')}</h3>
          <p>
            {item.outcome && <b>{words.of(itemOutcomes, item.outcome)}. </b>}
            {item.wording ?? item.answer ?? item.toComplete}
            {item.decidedOn && (
              <span className={common.quiet}> {formatDay(item.decidedOn, locale, today)}</span>
            )}
          </p>
          {position && (
            <PositionEdit
              key={`${unit.key} result`}
              column='result'
              item={item}
              unit={unit}
              position={position}
              mayState={mayState}
            />
          )}
        </div>
      )}
    </section>
  )
}

/** Units that stand behind it, what other administrations think, and what parties have decided already. */
function Supports({ matter: { endorsed, others, parties } }: { matter: BriefMatter }) {
  const { t, word } = useWords()
  if (endorsed.length + others.length + parties.length === 0) return <>{t('brief.noSupport')}</>
  return (
    <ul className={styles.lines}>
      {endorsed.length > 0 && (
        <li>{t('brief.endorsed', { units: endorsed.map(({ title }) => title).join(', ') })}</li>
      )}
      {parties.map(({ key, party, outcome, number }) => (
        <li key={key}>
          {party?.title}: {word('outcomes', outcome)} ({number})
        </li>
      ))}
      {others.map(({ key, unit, position }) => (
        <li key={key}>
          <b>{unit.title}:</b> {position}
        </li>
      ))}
    </ul>
  )
}

/** What the administration's own forums came to. */
function Said({ matter: { said } }: { matter: BriefMatter }) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  if (said.length === 0) return <>{t('brief.nothingSaid')}</>
  return (
    <ul className={styles.lines}>
      {said.map((item) => (
        <li key={item.key}>
          {item.meeting ? (
            <Link
              className={common.link}
              href={`/meeting/${encodeURIComponent(item.meeting.key)}?part=minutes`}
            >
              {item.forum.title}
            </Link>
          ) : (
            item.forum.title
          )}
          {item.decidedOn && ` ${formatDay(item.decidedOn, locale, today)}`}:{' '}
          {item.outcome && `${words.of(itemOutcomes, item.outcome)}. `}
          {item.wording ?? item.answer}
        </li>
      ))}
    </ul>
  )
}

/** The question or the proposal; of a gate that says neither, the gate itself. */
function askedText({ item, gate }: BriefMatter, { t, word }: Words): string {
  const said = [item.question, item.proposal].filter(Boolean).join('\n')
  if (said) return said
  return gate ? t('brief.askedGate', { gate: word('decisionMatters', gate) }) : t('brief.askedNothing')
}

function costText({ projectKr, lowKr, highKr, perYear, runningKr, sharePercent }: BriefCost, words: Words) {
  const { t, locale } = words
  const now = projectKr === undefined ? formatKrRange(lowKr, highKr, locale) : formatKr(projectKr, locale)
  const yearly = (kr: string) => t('brief.perYear', { kr })
  return [
    now === undefined ? t('brief.costUnknown') : t('brief.costNow', { kr: perYear ? yearly(now) : now }),
    runningKr === undefined
      ? t('brief.afterUnknown')
      : t('brief.costAfter', { kr: yearly(formatKr(runningKr, locale)) }),
    sharePercent !== undefined && t('brief.share', { percent: sharePercent }),
  ]
    .filter(Boolean)
    .join(' · ')
}
