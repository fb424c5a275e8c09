/** Records what became of an item: outcome, wording, who decides, and what it does with the initiative. */
import { useId, useState } from 'react'
import { type AgendaItem, type ItemOutcome, itemOutcomes } from '#src/lists/meetings.ts'
import { isVerified } from '#src/rules/meetings/verifying.ts'
import { decidersText } from '#src/text/refusals.ts'
import { newKey } from '../../act.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { useWhole, type Whole } from '../../ui/useWhole.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'
import { useAsk } from '../useAsk.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { Conflicted } from './Conflicted.tsx'
import { EffectFields } from './EffectFields.tsx'
import { Lacking } from './Lacking.tsx'
import { NoteField } from './NoteField.tsx'
import type { Attending } from './people.ts'
import { type DecisionDraft, draftOf, useDecision, type VoiceDraft } from './useDecision.ts'
import { useKept } from '../useKept.ts'
import { useNotes } from './useNotes.ts'
import { saidArgs, withOutcome, withVoice } from './voiceDraft.ts'
import type { VoiceRow } from './useVoices.ts'
import { Voices } from './Voices.tsx'
import styles from './Hold.module.css'

interface Given {
  held: HeldMeeting
  item: AgendaItem
  attending: readonly Attending[]
  done: () => void
  close: (() => void) | undefined
}

/** What is about an initiative is judged as the initiative stands. */
export function DecisionForm(given: Given) {
  const { initiative } = given.item
  return initiative ? (
    <AboutInitiative key={initiative.key} {...given} initiative={initiative.key} />
  ) : (
    <Form {...given} whole={undefined} />
  )
}

function AboutInitiative({ initiative, ...given }: Given & { initiative: string }) {
  const { whole } = useWhole(initiative)
  return <Form {...given} whole={whole} />
}

function Form({ held, item, attending, done, close, whole }: Given & { whole: Whole | undefined }) {
  const words = useWords()
  const { t } = words
  const notes = useNotes()
  const id = useId()
  const [kept, keep] = useKept<DecisionDraft>(`decision/${held.meeting.key}/${item.key}`)
  const { session } = useSession()
  const [decisionKey] = useState(newKey)
  const { ask, refusals, busy } = useAsk()
  const draft = kept ?? draftOf(item)
  const write = (changes: Partial<DecisionDraft>) => keep({ ...draft, ...changes })
  const about = useDecision({ held, item, attending, draft, whole })
  const { rule, decision, faults, deciders, effectDraft } = about
  const { outcome } = draft
  const isComing = item.initiative !== undefined && outcome !== undefined && !whole?.complete
  const isReady =
    decision !== undefined &&
    faults.length === 0 &&
    !(about.nobodyMay || about.nothingSaid || about.unfinished || isComing)

  const say = (row: VoiceRow, changes: VoiceDraft) =>
    keep(withVoice(draft, { row, changes, rows: about.voices, effect: effectDraft }))
  const record = async () => {
    if (!decision || !isReady || busy) return
    const { toComplete, effect, atOnce, decidedBy } = decision
    const args = {
      item: item.key,
      outcome: decision.outcome,
      ...(about.wording.trim() && { wording: about.wording }),
      ...(toComplete && rule?.asks.includes('toComplete') && { toComplete }),
      conflicted: [...about.conflicted],
      decidedBy,
      ...(effect && { effect }),
      ...(about.voices.said.length > 0 && { said: saidArgs(about.voices.said) }),
      ...(atOnce && { atOnce }),
    }
    const seen = { [item.key]: notes.boxOf(item.key)?.version ?? item.version }
    if (!(await ask('decideItem', args, seen, decisionKey))) return
    // What waits for the net may be refused later: the words are kept until it has been taken.
    if (!session.acting.queue().some((asked) => asked.key === decisionKey)) keep(undefined)
    done()
  }

  return (
    // Enter in a field of one line records nothing by mistake: the button and the chord do.
    <form
      className={forms.form}
      aria-label={t('holding.decisionFor', { item: item.title })}
      onSubmit={(event) => event.preventDefault()}
    >
      <label className={forms.field}>
        {t('holding.outcome')}
        <select
          data-part='outcome'
          value={outcome ?? ''}
          onChange={(event) => keep(withOutcome(draft, event.target.value as ItemOutcome))}
        >
          <option value='' disabled>
            {t('holding.choose')}
          </option>
          {(Object.keys(itemOutcomes) as ItemOutcome[]).map((each) => (
            <option key={each} value={each}>
              {words.of(itemOutcomes, each)}
            </option>
          ))}
        </select>
      </label>
      {rule?.asks.includes('toComplete') && (
        <label className={forms.field}>
          {t('holding.toComplete')}
          <textarea
            rows={2}
            required
            value={draft.toComplete ?? ''}
            onChange={(event) => write({ toComplete: event.target.value })}
          />
        </label>
      )}
      {outcome && outcome !== 'dropped' && (
        <label className={forms.field}>
          {t('holding.wording')}
          <textarea
            rows={Math.max(2, about.wording.split('\n').length)}
            required={rule?.asks.includes('wording') ?? false}
            value={about.wording}
            onChange={(event) => write({ wording: event.target.value })}
          />
        </label>
      )}
      {isComing && <p role='status'>{t('holding.initiativeComing')}</p>}
      {about.choices.length > 1 && (
        <EffectFields
          choices={about.choices}
          draft={effectDraft}
          change={(effect) => write({ effect })}
          agreement={about.agreement}
        />
      )}
      {!about.nobodyMay && <Voices rows={about.voices} change={say} />}
      {about.nobodyMay ? (
        <div id={`${id}-nobody`} className={styles.lacking}>
          <p>▲ {t('holding.nobodyMay')}</p>
          <p>
            {deciders.others.length > 0
              ? t('holding.theyMay', { who: decidersText(deciders.others, words) })
              : t('holding.nobodyAtAll')}{' '}
            {t('holding.guideInstead')}
          </p>
        </div>
      ) : (
        outcome &&
        outcome !== 'dropped' &&
        held.meeting.kind !== 'between' &&
        about.voices.parties.length === 0 && (
          <label className={forms.field}>
            {t('holding.decides')}
            <select
              value={decision?.decidedBy.id ?? ''}
              onChange={(event) => {
                const found = about.candidates.find((one) => one.id === event.target.value)
                if (found) write({ decidedBy: found })
              }}
            >
              {about.candidates.length === 0 && <option value=''>{t('holding.nobodyPresent')}</option>}
              {(about.able.length > 0 ? about.able : about.candidates).map((person) => (
                <option key={person.id} value={person.id}>
                  {about.able.includes(person) ? t('holding.hasMandate', { name: person.name }) : person.name}
                </option>
              ))}
            </select>
          </label>
        )
      )}
      {!about.nobodyMay && <Lacking title={t('holding.lacks')} refusals={about.lacks} />}
      {outcome && (
        <details className={styles.more}>
          <summary>{t('holding.moreOfDecision')}</summary>
          <NoteField item={item} field='differing' />
          <Conflicted
            attending={attending}
            conflicted={about.conflicted}
            change={(conflicted) => write({ conflicted })}
          />
          {isVerified(held.meeting) && outcome !== 'dropped' && (
            <label className={styles.check}>
              <input
                type='checkbox'
                checked={draft.atOnce === true}
                onChange={(event) => write({ atOnce: event.target.checked })}
              />
              {t('holding.atOnce')}
            </label>
          )}
        </details>
      )}
      {about.nothingSaid && !about.nobodyMay && (
        <p id={`${id}-silent`} className={styles.quiet}>
          {t('holding.nothingSaid')}
        </p>
      )}
      {faults.length > 0 && <Lacking id={`${id}-faults`} title={t('holding.notYet')} refusals={faults} />}
      <Refusals refusals={refusals} />
      {outcome && (
        <div className={forms.actions}>
          <button
            type='button'
            data-part='record'
            className={buttons.primary}
            onClick={() => void record()}
            aria-keyshortcuts='Control+Enter'
            disabled={busy || !isReady}
            aria-describedby={`${id}-faults ${id}-nobody ${id}-silent`}
          >
            {t('holding.record')}
          </button>
          {close && (
            <button
              type='button'
              className={buttons.button}
              onClick={() => {
                keep(undefined)
                close()
              }}
            >
              {t('app.cancel')}
            </button>
          )}
          {held.meeting.effectAt === 'verified' && decision?.effect && (
            <span className={styles.quiet}>{t('holding.waitsForVerification')}</span>
          )}
        </div>
      )}
    </form>
  )
}
