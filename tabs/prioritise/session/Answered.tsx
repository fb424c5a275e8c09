/** What came of what was said of an order: why it was refused, or the decision that is now in the register. */
import { Link } from 'wouter'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import type { useAnswer } from './useAnswer.ts'

export function Answered({
  refusals,
  made,
  isWhole,
}: Pick<ReturnType<typeof useAnswer>, 'refusals' | 'made'> & {
  /** Whether the order is in force by it, rather than waiting for others. */
  isWhole: boolean
}) {
  const { t } = useWords()
  const said = made && (made.outcome === 'grant' ? (isWhole ? 'decided' : 'saidYes') : made.outcome)
  return (
    <>
      <Refusals refusals={refusals} />
      <p role='status'>
        {made && said && (
          <>
            {said !== 'decided' && made.saidBy !== undefined
              ? t('order.writtenSaid', { who: made.saidBy, number: made.number })
              : t(said === 'decided' ? 'session.decided' : `order.${said}Said`, { number: made.number })}{' '}
            <Link href={`/decisions?key=${encodeURIComponent(made.key)}`}>{t('session.toDecision')}</Link>
          </>
        )}
      </p>
    </>
  )
}
