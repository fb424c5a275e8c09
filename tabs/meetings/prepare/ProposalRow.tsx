/** A proposed item: what it is, why it comes up and where to read about it; taken or left. */
import { Link } from 'wouter'
import type { AgendaProposal } from '#src/rules/meetings/agendaFacts.ts'
import type { Elsewhere } from '#src/rules/meetings/onOtherAgendas.ts'
import { becauseText, proposedTitle } from '#src/text/because.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { OtherAgendas } from './OtherAgendas.tsx'
import buttons from '../../ui/Buttons.module.css'
import styles from './Prepare.module.css'

export function ProposalRow({
  proposal,
  elsewhere,
  take,
  leave,
}: {
  proposal: AgendaProposal
  /** Other meetings that carry the same matter. */
  elsewhere: readonly Elsewhere[]
  take: () => void
  /** What lies on the backlog isn't left: it waits there. */
  leave: (() => void) | undefined
}) {
  const words = useWords()
  const { t } = words
  const { today } = useSession()
  const title = proposedTitle(proposal, words)
  return (
    <li className={styles.proposalRow} data-proposal={proposal.cause}>
      <span className={styles.body}>
        {proposal.initiative ? (
          <Link className={styles.link} href={`/initiative/${encodeURIComponent(proposal.initiative.key)}`}>
            {title}
          </Link>
        ) : (
          <b>{title}</b>
        )}
        <span className={styles.meta}>
          {proposal.source !== 'standing' && becauseText(proposal.because, words, today)}
          {proposal.late && (
            <>
              {' · '}
              <span className={styles.late} aria-hidden='true'>
                ▲
              </span>{' '}
              {t('agenda.late')}
            </>
          )}
        </span>
        <OtherAgendas found={elsewhere} />
      </span>
      <span className={styles.tools}>
        <button
          type='button'
          className={buttons.small}
          aria-label={t('agenda.takeItem', { title })}
          onClick={take}
        >
          {t('agenda.take')}
        </button>
        {leave && (
          <button
            type='button'
            className={buttons.small}
            aria-label={t('agenda.leaveItem', { title })}
            onClick={leave}
          >
            {t('agenda.leave')}
          </button>
        )}
      </span>
    </li>
  )
}
