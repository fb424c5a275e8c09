/** What became of an item: the form that records it, and then what was recorded and how far it has come. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type AgendaItem, carrying, itemOutcomes } from '#src/lists/meetings.ts'
import { whyNotCarriedOut } from '#src/rules/meetings/itemDecision.ts'
import { ownDecisions, roundOf } from '#src/rules/meetings/voices.ts'
import { formatList } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import buttons from '../../ui/Buttons.module.css'
import { effectText } from '../effectText.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { AtOnceHere } from './AtOnceHere.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { Lacking } from './Lacking.tsx'
import type { Attending } from './people.ts'
import { VoicesSaid } from './VoicesSaid.tsx'
import styles from './Hold.module.css'

export interface Deciding {
  held: HeldMeeting
  item: AgendaItem
  attending: readonly Attending[]
  /** Whether whoever looks may write decisions down here, and the meeting has come so far. */
  mayDecide: boolean
  /** Why not. */
  whyNot: string | undefined
}

export function Decision({ mayDecide, whyNot, ...given }: Deciding) {
  const words = useWords()
  const { t } = words
  const { item } = given
  const { session } = useSession()
  const [changing, setChanging] = useState(false)
  const [said, setSaid] = useState('')
  const summary = useRef<HTMLDivElement>(null)
  const isWaiting = useSyncExternalStore(session.acting.subscribe, () =>
    session.acting
      .queue()
      .some(({ name, args }) => name === 'decideItem' && (args as { item: string }).item === item.key),
  )
  const isDone = item.outcome !== undefined
  const showsForm = mayDecide && !isWaiting && (!isDone || changing)
  const showedForm = useRef(showsForm)
  // The form that had the focus is gone: before the answer came, or with it.
  useEffect(() => {
    const isGone = showedForm.current && !showsForm
    showedForm.current = showsForm
    if (isGone && document.activeElement === document.body) summary.current?.focus({ preventScroll: true })
  }, [showsForm])
  return (
    <section className={styles.section} aria-labelledby='decision-title' data-part='decision'>
      <h3 id='decision-title'>{t('holding.decision')}</h3>
      <div ref={summary} tabIndex={-1} className={styles.summary}>
        {isDone && !showsForm && <Recorded item={item} held={given.held} maySend={mayDecide} />}
        {isWaiting && <p>▲ {t('holding.decisionWaits')}</p>}
        {!isDone && !isWaiting && !mayDecide && <p className={styles.quiet}>{whyNot}</p>}
        {isDone && mayDecide && !showsForm && !isWaiting && (!isFixed(item) || awaitsMore(item)) && (
          <button type='button' className={buttons.button} onClick={() => setChanging(true)}>
            {t(isFixed(item) ? 'holding.addVoice' : 'holding.changeDecision')}
          </button>
        )}
      </div>
      {showsForm && (
        <DecisionForm
          {...given}
          close={isDone ? () => setChanging(false) : undefined}
          done={() => {
            setChanging(false)
            setSaid(t('holding.recorded'))
          }}
        />
      )}
      <p role='status' className='visually-hidden'>
        {said}
      </p>
    </section>
  )
}

/** What has taken effect is replaced by another decision, never changed. */
const isFixed = ({ decision, carrying: how }: AgendaItem) => decision !== undefined || how === 'done'

/** An authority that hadn't decided may do so while the item is a draft; about an order, at the order itself. */
const awaitsMore = ({ voices, effect }: AgendaItem) =>
  effect !== undefined && ownDecisions(voices).length > 0 && (roundOf(voices)?.waiting.length ?? 0) > 0

function Recorded({ item, held, maySend }: { item: AgendaItem; held: HeldMeeting; maySend: boolean }) {
  const words = useWords()
  const { t, locale } = words
  const { outcome, wording, toComplete, decidedBy, effect, conflicted, decision, atOnce, voices } = item
  const round = roundOf(voices)
  const how = item.carrying
  return (
    <>
      <p>
        <b>✓ {outcome && words.of(itemOutcomes, outcome)}</b>
        {decidedBy && !round && ` · ${t('holding.decidedBy', { name: decidedBy.name })}`}
        {decision && !round && ` · ${decision.title}`}
      </p>
      {wording && <p className={styles.wording}>{wording}</p>}
      {toComplete && (
        <p>
          {t('holding.toComplete')}: {toComplete}
        </p>
      )}
      {voices && <VoicesSaid voices={voices} />}
      {effect && (
        <p>
          {[
            (!round || round.state === 'agreed') && effectText(effect, words),
            how && how !== 'nothing' && words.of(carrying, how),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {conflicted !== undefined && conflicted.length > 0 && (
        <p>
          {t('holding.left', {
            who: formatList(
              conflicted.map(({ name }) => name),
              locale,
            ),
          })}
        </p>
      )}
      {atOnce && <AtOnceHere held={held} item={item} maySend={maySend} />}
      {how === 'refused' && <Lacking title={t('holding.notCarriedOut')} refusals={whyNotCarriedOut(item)} />}
    </>
  )
}
