/** What the data proposes for the agenda: what has happened since the last meeting, by where it comes from, each with its reason. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { type AgendaSource, agendaSources } from '#src/lists/meetings.ts'
import { proposeAgenda } from '#src/rules/agenda.ts'
import type { AgendaProposal } from '#src/rules/meetings/agendaFacts.ts'
import { placesFor } from '#src/rules/meetings/agendaPlacing.ts'
import { viewOf } from '#src/rules/meetings/agendaView.ts'
import { proposedDecision, proposedTitle } from '#src/text/because.ts'
import { formatWeekday } from '#src/text/formatTime.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { useAgendaFacts } from '../useAgendaFacts.ts'
import { useAsk } from '../useAsk.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { ProposalRow } from './ProposalRow.tsx'
import { proposalKey } from './proposalKey.ts'
import { useOtherAgendas } from './useOtherAgendas.ts'
import { Unread } from '../../ui/Unread.tsx'
import buttons from '../../ui/Buttons.module.css'
import styles from './Prepare.module.css'

export function Proposals({ held }: { held: HeldMeeting }) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  const { meeting } = held
  const { facts, error, reload } = useAgendaFacts(meeting)
  const { ask, refusals, busy } = useAsk()
  const proposals = useMemo(() => facts && proposeAgenda(facts), [facts])
  const last = useMemo(() => facts && viewOf(facts).last, [facts])
  const place = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const groups = Map.groupBy(proposals ?? [], ({ source }) => source)
  const suggested = (proposals ?? []).filter((proposal) => proposal.suggested)
  const othersWith = useOtherAgendas(meeting.key, suggested)

  const following = useRef<{ pressed: Element | null; next: HTMLElement | undefined }>(undefined)
  // What was taken or left is gone with its buttons, whenever that is drawn: the keyboard goes on from the next.
  useEffect(() => {
    if (!following.current || document.activeElement === following.current.pressed) return
    const { next } = following.current
    following.current = undefined
    if (document.activeElement === document.body)
      (next?.isConnected ? next.querySelector('button') : heading.current)?.focus()
  })
  const goOn = async (from: readonly AgendaProposal[], asked: Promise<boolean>) => {
    const causes = new Set(from.map(({ cause }) => cause))
    const rows = [...(place.current?.querySelectorAll<HTMLElement>('[data-proposal]') ?? [])]
    const isGone = ({ dataset }: HTMLElement) => causes.has(dataset.proposal ?? '')
    const mine = { pressed: document.activeElement, next: rows[rows.findLastIndex(isGone) + 1] }
    following.current = mine
    if (!(await asked) && following.current === mine) following.current = undefined
  }
  const take = (chosen: readonly AgendaProposal[]) => goOn(chosen, takeUp(chosen))
  const leave = (proposal: AgendaProposal) => goOn([proposal], leaveOut(proposal))
  const takeUp = (chosen: readonly AgendaProposal[]) =>
    ask('takeUp', {
      meeting: meeting.key,
      items: placesFor(held.items, chosen).map(({ proposal, order }) => {
        const { item, initiative, title: _, late: __, suggested: ___, source, ...rest } = proposal
        const decision = proposedDecision(proposal, words)
        return {
          ...rest,
          source,
          key: item ?? proposalKey(meeting.key, proposal.cause),
          title: proposedTitle(proposal, words),
          order,
          ...(initiative && { initiative: initiative.key }),
          ...(decision && { proposal: decision }),
        }
      }),
    })
  const leaveOut = ({ cause, because, source, kind, initiative, ...rest }: AgendaProposal) =>
    ask('saveItem', {
      item: proposalKey(meeting.key, cause),
      forum: meeting.forum.key,
      meeting: meeting.key,
      values: {
        title: proposedTitle({ cause, because, source, kind, ...rest }, words),
        state: 'left',
        cause,
        because,
        source,
        kind,
        ...(initiative && { initiative }),
      },
    })
  return (
    <section ref={place} className={`${styles.proposals} no-print`} aria-labelledby='agenda-proposals'>
      <h2 id='agenda-proposals' ref={heading} tabIndex={-1}>
        {t('agenda.proposals')}
      </h2>
      <p className={styles.quiet}>
        {last
          ? t('agenda.sinceLast', { day: formatWeekday(last.day, locale, { today }) })
          : t('agenda.sinceEver')}
      </p>
      {error !== undefined && <Unread reload={reload} />}
      {!proposals && error === undefined && <p role='status'>{t('agenda.composing')}</p>}
      {proposals?.length === 0 && <p>{t(held.items.length > 0 ? 'agenda.allTaken' : 'agenda.nothingNew')}</p>}
      {suggested.length > 1 && (
        <button
          type='button'
          className={held.items.length === 0 ? buttons.primary : buttons.button}
          disabled={busy}
          onClick={() => void take(suggested)}
        >
          {t('agenda.takeSuggested', { count: suggested.length })}
        </button>
      )}
      <Refusals refusals={refusals} />
      {[...groups].map(([source, group]) => (
        <Group
          key={source}
          source={source}
          group={group}
          busy={busy}
          take={take}
          leave={leave}
          othersWith={othersWith}
        />
      ))}
    </section>
  )
}

function Group({
  source,
  group,
  busy,
  take,
  leave,
  othersWith,
}: {
  source: AgendaSource
  group: readonly AgendaProposal[]
  busy: boolean
  take: (chosen: readonly AgendaProposal[]) => Promise<void>
  leave: (proposal: AgendaProposal) => Promise<void>
  othersWith: ReturnType<typeof useOtherAgendas>
}) {
  const words = useWords()
  const { t } = words
  const [all, setAll] = useState(false)
  const name = words.of(agendaSources, source)
  const first = group.filter(({ suggested }) => suggested)
  const shown = all || first.length === 0 ? group : first
  return (
    <section aria-label={name}>
      <header className={styles.groupHead}>
        <h3>
          {name} <span className={styles.quiet}>{group.length}</span>
        </h3>
        {shown.length > 1 && (
          <button
            type='button'
            className={buttons.small}
            disabled={busy}
            aria-label={t('agenda.takeAllOf', { count: shown.length, source: name })}
            onClick={() => void take(shown)}
          >
            {t('agenda.takeAll', { count: shown.length })}
          </button>
        )}
      </header>
      <ul className={styles.rows}>
        {shown.map((proposal) => (
          <ProposalRow
            key={`${proposal.source} ${proposal.cause}`}
            proposal={proposal}
            elsewhere={othersWith(proposal)}
            take={() => void take([proposal])}
            leave={proposal.item === undefined ? () => void leave(proposal) : undefined}
          />
        ))}
      </ul>
      {shown.length < group.length && (
        <button type='button' className={buttons.small} onClick={() => setAll(true)}>
          {t('agenda.showMore', { count: group.length - shown.length })}
        </button>
      )}
    </section>
  )
}
