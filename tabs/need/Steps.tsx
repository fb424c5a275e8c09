/** The steps of the process as a list down the page: what is done, where the need is, what is ahead, and what happened in each. */
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Happening, Step } from '#src/rules/initiatives/progress.ts'
import { formatDay } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import type { NameOf } from '../ui/useDecisionNames.ts'
import { MadeDecision } from './MadeDecision.tsx'
import styles from './Need.module.css'

const signs = { past: '✓', now: '●', ahead: '○' } as const
const names = { past: 'happened.past', now: 'happened.here', ahead: 'happened.ahead' } as const

export function Steps({
  steps,
  initiative,
  nameOf,
}: {
  steps: readonly Step[]
  initiative: Initiative
  nameOf: NameOf
}) {
  const words = useWords()
  const { t, word, locale } = words
  const { today } = useSession()
  return (
    <ol className={styles.steps}>
      {steps.map(({ stage, when, since, happenings }) => (
        <li key={stage} className={styles[when]} {...(when === 'now' && { 'aria-current': 'step' as const })}>
          <div className={styles.step}>
            <span aria-hidden='true' className={styles.sign}>
              {signs[when]}
            </span>
            <b>{word('stages', stage)}</b>{' '}
            <span className={styles.quiet}>
              {t(names[when])}
              {since &&
                `, ${t(when === 'past' ? 'happened.cameHere' : 'happened.since', { day: formatDay(since, locale, today) })}`}
            </span>
          </div>
          {when === 'ahead' && <div className={styles.quiet}>{t(`stageSays.${stage}`)}</div>}
          {happenings.length > 0 && (
            <ul className={styles.happenings}>
              {happenings.map((one) => (
                <li key={one.key}>
                  <span className={styles.quiet}>{formatDay(one.day, locale, today)}</span>{' '}
                  {said(one, initiative, words)}
                  {one.decisions.map((decision) => (
                    <MadeDecision key={decision.key} decision={decision} name={nameOf(decision)} />
                  ))}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

function said({ kind, entry, decisions }: Happening, { proposer }: Initiative, { t, word }: Words): string {
  const last = decisions.at(-1)
  switch (kind) {
    case 'proposed':
      return t('happened.proposed', { who: proposer?.name ?? entry?.person.name ?? '' })
    case 'imported':
      return t('happened.imported')
    case 'merged':
      return t('happened.merged')
    case 'decision':
      return t('happened.decided')
    case 'stage':
      return t('happened.moved', {
        from: last ? word('stages', last.fromStage) : (entry?.from ?? ''),
        to: last ? word('stages', last.toStage) : (entry?.to ?? ''),
      })
    case 'state':
      return t('happened.state', {
        state: (last ? word('states', last.toState) : (entry?.to ?? '')).toLowerCase(),
      })
  }
}
