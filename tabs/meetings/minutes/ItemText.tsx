/** One item of the minutes as it reads: decision first, then what it rests on. */
import { Fragment, type ReactNode } from 'react'
import { Link } from 'wouter'
import { itemOutcomes } from '#src/lists/meetings.ts'
import type { MinutesPicture } from '#src/rules/minutes.ts'
import type { MinutesDecision, MinutesItem } from '#src/rules/meetings/minutesItems.ts'
import { roundOf } from '#src/rules/meetings/voices.ts'
import { useWords } from '../../language.ts'
import { ActionList, withTitle } from './ActionList.tsx'
import { effectText } from '../effectText.ts'
import { Voices } from './Voices.tsx'
import styles from './Minutes.module.css'

export function ItemText({
  item,
  picture,
  isProvisional = false,
  tools,
  id = 'item',
}: {
  item: MinutesItem
  picture: MinutesPicture
  isProvisional?: boolean
  tools?: ReactNode
  /** Begins the id of its heading: an item may stand on a page twice. */
  id?: string
}) {
  const { t } = useWords()
  const { conflicted, decision, initiatives, presenter } = item
  return (
    <article className={styles.item} aria-labelledby={`${id}-${item.key}`}>
      <div className={styles.itemHead}>
        <h3 id={`${id}-${item.key}`}>
          <Number item={item} isProvisional={isProvisional} /> {item.title}
        </h3>
        {tools && <div className='no-print'>{tools}</div>}
      </div>
      {presenter && <p className={styles.quiet}>{t('minutes.presenter', { name: withTitle(presenter) })}</p>}
      {initiatives.length > 0 && (
        <p className={styles.quiet}>
          {t('minutes.about')}{' '}
          {initiatives.map(({ key, title }, index) => (
            <Fragment key={key}>
              {index > 0 && ', '}
              <Link className={styles.link} href={`/initiative/${encodeURIComponent(key)}`}>
                {title}
              </Link>
            </Fragment>
          ))}
        </p>
      )}
      {conflicted.length > 0 && (
        <Part title={t('minutes.conflict')}>
          {conflicted.map(({ id, name }) => (
            <p key={id}>
              {decision?.instead
                ? t('minutes.conflictedInstead', { name, instead: decision.instead.name })
                : t('minutes.conflicted', { name })}
            </p>
          ))}
        </Part>
      )}
      {decision && <Decision decision={decision} picture={picture} />}
      <Prose title={t('minutes.differing')} text={item.differing} />
      <Prose title={t('minutes.proposal')} text={item.proposal} />
      <Prose title={t('minutes.proposals')} text={item.proposals} />
      <Prose title={t('minutes.basis')} text={item.basis} />
      <Prose
        title={
          item.askedBy ? t('minutes.questionFrom', { forum: item.askedBy.title }) : t('minutes.question')
        }
        text={item.question}
      />
      <Prose title={t('minutes.answer')} text={item.answer} />
      <Prose title={t('minutes.notes')} text={item.notes} />
      {item.actions.length > 0 && (
        <Part title={t('minutes.actions')}>
          <ActionList actions={item.actions} />
        </Part>
      )}
    </article>
  )
}

function Number({
  item: { number, paragraph },
  isProvisional,
}: {
  item: MinutesItem
  isProvisional: boolean
}) {
  const { t } = useWords()
  if (paragraph === undefined) return <span>{number}.</span>
  return isProvisional ? (
    <span className={styles.provisional} title={t('minutes.provisionalNumber')}>
      <span aria-hidden='true'>(§ {paragraph})</span>
      <span className={styles.heard}>{t('minutes.provisionalParagraph', { n: paragraph })}</span>
    </span>
  ) : (
    <span>§ {paragraph}</span>
  )
}

function Decision({ decision, picture }: { decision: MinutesDecision; picture: MinutesPicture }) {
  const words = useWords()
  const { t } = words
  const { outcome, wording, toComplete, decidedBy, effect, atOnce, voices } = decision
  const round = roundOf(voices)
  const outcomeWord = words.of(itemOutcomes, outcome)
  const isNow = atOnce || picture.effectAt === 'atMeeting'
  return (
    <div className={styles.decision}>
      <h4>{outcome === 'own' ? t('minutes.decision') : t('minutes.decisionIs', { outcome: outcomeWord })}</h4>
      {wording && wording !== itemOutcomes[outcome] && <p className={styles.prose}>{wording}</p>}
      {toComplete && <p className={styles.prose}>{t('minutes.toComplete', { what: toComplete })}</p>}
      {decidedBy && <p className={styles.quiet}>{t('minutes.decidedBy', { name: withTitle(decidedBy) })}</p>}
      {voices && <Voices voices={voices} />}
      {effect && (!round || round.state === 'agreed') && (
        <p className={styles.quiet}>
          {t(isNow ? 'minutes.effectNow' : 'minutes.effectLater', { effect: effectText(effect, words) })}
        </p>
      )}
      {atOnce && <p className={styles.quiet}>{t('minutes.atOnce')}</p>}
    </div>
  )
}

function Prose({ title, text }: { title: string; text: string | undefined }) {
  return text ? (
    <Part title={title}>
      <p className={styles.prose}>{text}</p>
    </Part>
  ) : null
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.part}>
      <h4>{title}</h4>
      {children}
    </div>
  )
}
